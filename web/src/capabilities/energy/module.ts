import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'
import { nightRule } from './curves/findings'

export default {
  routes: [
    { path: '/energy/meters/:id/curves', name: 'curves', component: () => import('./curves/CurvesPage.vue'), meta: { title: 'curves.title' } },
    { path: '/energy/health', name: 'meterHealth', component: () => import('./health/MeterHealthPage.vue'), meta: { unit: true, title: 'meterHealth.title' } },
    { path: '/energy/set-aside', name: 'readingsAside', component: () => import('./aside/ReadingsAsidePage.vue'), meta: { unit: true, title: 'aside.readings' } },
    { path: '/energy/batches/set-aside', name: 'batchesAside', component: () => import('./aside/BatchesAsidePage.vue'), meta: { unit: true, title: 'aside.batches' } },
  ],
  nav: [{ to: '/energy/health', label: 'meterHealth.title', icon: 'gauge', section: 'work', order: 42, permission: 'ledger.read' }],
  panels: [
    { kinds: ['meter'], id: 'curves', label: 'curves.title', order: 10, component: defineAsyncComponent(() => import('./curves/CurvesPanel.vue')) },
    { kinds: ['source'], id: 'health', label: 'metering.health.title', order: 10, component: defineAsyncComponent(() => import('./metering/SourcePanel.vue')) },
    { kinds: ['meter'], id: 'metering', label: 'metering.title', order: 11, component: defineAsyncComponent(() => import('./metering/MeteringPanel.vue')) },
  ],
  rowLinks: [{ ledger: 'energy/meters', icon: 'chart', label: 'curves.title', to: (row) => `/energy/meters/${row.id}/curves` }],
  evidence: [{ rules: [nightRule], component: defineAsyncComponent(() => import('./curves/NightEvidence.vue')), when: (finding) => /^\d{4}-\d{2}$/.test(finding.episode ?? '') }],
} satisfies ConsoleModule
