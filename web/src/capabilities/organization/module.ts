import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/organization/:id?', name: 'organization', component: () => import('./tree/OrganizationPage.vue') }],
  nav: [{ to: '/organization', label: 'nav.organization', icon: 'tree', section: 'base', order: 10, permission: 'ledger.read' }],
} satisfies ConsoleModule
