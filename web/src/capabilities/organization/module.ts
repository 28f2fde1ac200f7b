import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/organization/:id?', name: 'organization', component: () => import('./tree/OrganizationPage.vue') },
    { path: '/reorganizations/:id?', name: 'reorganizations', component: () => import('./reorganization/ReorganizationsPage.vue'), meta: { title: 'reorganization.title' } },
  ],
  panels: [{ kinds: ['institution'], id: 'inside', label: 'organization.inside', order: 10, component: defineAsyncComponent(() => import('./tree/InsidePanel.vue')) }],
  nav: [
    { to: '/organization', label: 'nav.organization', icon: 'tree', section: 'base', order: 10, permission: 'ledger.read' },
    { to: '/reorganizations', label: 'reorganization.title', icon: 'division', section: 'base', order: 15, permission: 'ledger.write' },
  ],
} satisfies ConsoleModule
