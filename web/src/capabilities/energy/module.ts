import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/energy/meters/:id/curves', name: 'curves', component: () => import('./curves/CurvesPage.vue'), meta: { title: 'curves.title' } }],
  panels: [{ kinds: ['meter'], id: 'curves', label: 'curves.title', order: 10, component: defineAsyncComponent(() => import('./curves/CurvesPanel.vue')) }],
} satisfies ConsoleModule
