import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/audit', name: 'audit', component: () => import('./audit/AuditPage.vue'), meta: { unit: true, title: 'audit.nav' } }, { path: '/protection', name: 'protection', component: () => import('./protection/ProtectionPage.vue'), meta: { title: 'protection.nav' } }],
  nav: [{ to: '/audit', label: 'audit.nav', icon: 'book', section: 'system', order: 30, permission: 'audit.read' }, { to: '/protection', label: 'protection.nav', icon: 'lock', section: 'system', order: 31, permission: 'data.protect', everywhere: true }],
} satisfies ConsoleModule
