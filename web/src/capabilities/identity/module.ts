import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./session/SignIn.vue'), meta: { open: true, title: 'signIn.title' } },
    { path: '/sign-in/provider', name: 'provider', component: () => import('./session/ProviderReturn.vue'), meta: { open: true, title: 'signIn.title' } },
    { path: '/invitation', name: 'invitation', component: () => import('./session/Invitation.vue'), meta: { open: true, title: 'invitation.title' } },
    { path: '/account', name: 'account', component: () => import('./own/AccountPage.vue'), meta: { title: 'account.title' } },
    { path: '/accounts', name: 'accounts', component: () => import('./accounts/AccountsPage.vue'), meta: { title: 'accounts.title' } },
  ],
  nav: [{ to: '/accounts', label: 'accounts.title', icon: 'users', section: 'system', order: 10, permission: 'account.keep' }],
} satisfies ConsoleModule
