import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/audit', name: 'audit', component: () => import('./audit/AuditPage.vue'), meta: { unit: true, title: 'audit.nav' } }],
  nav: [{ to: '/audit', label: 'audit.nav', icon: 'lock', section: 'system', order: 30, permission: 'audit.read' }],
} satisfies ConsoleModule
