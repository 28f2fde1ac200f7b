import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./session/SignIn.vue'), meta: { open: true, title: 'signIn.title' } },
    { path: '/invitation', name: 'invitation', component: () => import('./session/Invitation.vue'), meta: { open: true, title: 'invitation.title' } },
  ],
} satisfies ConsoleModule
