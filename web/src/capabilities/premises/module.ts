import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/premises/buildings/:id/stack', name: 'stack', component: () => import('./stackplan/StackPage.vue'), meta: { title: 'stack.title' } }],
  panels: [{ kinds: ['building'], id: 'stack', label: 'stack.title', order: 10, component: defineAsyncComponent(() => import('./stackplan/StackPanel.vue')) }],
  rowLinks: [
    { ledger: 'premises/buildings', icon: 'rows', label: 'stack.title', to: (row) => `/premises/buildings/${row.id}/stack` },
    { ledger: 'premises/rooms', icon: 'rows', label: 'stack.title', to: (row) => `/premises/buildings/${row.buildingId}/stack` },
  ],
} satisfies ConsoleModule
