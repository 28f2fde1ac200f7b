import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./session/SignIn.vue'), meta: { open: true, title: 'signIn.title' } },
    { path: '/sign-in/provider', name: 'provider', component: () => import('./session/ProviderReturn.vue'), meta: { open: true, title: 'signIn.title' } },
    { path: '/invitation', name: 'invitation', component: () => import('./session/Invitation.vue'), meta: { open: true, title: 'invitation.title' } },
    { path: '/account', name: 'account', component: () => import('./own/AccountPage.vue'), meta: { title: 'account.title' } },
    { path: '/accounts', name: 'accounts', component: () => import('./accounts/AccountsPage.vue'), meta: { title: 'accounts.title' } },
    { path: '/grants', name: 'grants', component: () => import('./grants/GrantsPage.vue'), meta: { title: 'grants.title' } },
    { path: '/handover', name: 'handover', component: () => import('./handover/HandOverPage.vue'), meta: { title: 'handover.title' } },
    { path: '/rights', name: 'rights', component: () => import('./rights/RightsPage.vue'), meta: { title: 'rights.title' } },
  ],
  nav: [
    { to: '/accounts', label: 'accounts.title', icon: 'users', section: 'system', order: 10, permission: 'account.keep' },
    { to: '/grants', label: 'grants.title', icon: 'key', section: 'system', order: 15, permission: 'grant.govern' },
    { to: '/handover', label: 'handover.title', icon: 'inbox', section: 'system', order: 20, permission: ['account.keep', 'grant.govern', 'finding.verify'] },
    { to: '/rights', label: 'rights.title', icon: 'user', section: 'system', order: 90 },
  ],
} satisfies ConsoleModule
