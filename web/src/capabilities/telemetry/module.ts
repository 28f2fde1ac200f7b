import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'
import { useSession } from '@/app/session'

export default {
  routes: [
    { path: '/telemetry/map', name: 'live', component: () => import('./live/LivePage.vue'), meta: { unit: true, title: 'map.title' } },
    { path: '/telemetry/health', name: 'health', component: () => import('./health/HealthPage.vue'), meta: { unit: true, title: 'health.title' } },
    { path: '/telemetry/set-aside', name: 'messagesAside', component: () => import('./aside/AsidePage.vue'), meta: { unit: true, title: 'aside.messages' } },
    { path: '/telemetry/fences/draw', name: 'fence', component: () => import('./fences/DrawFencePage.vue'), meta: { title: 'fence.draw' } },
    { path: '/telemetry/nearby', name: 'nearby', component: () => import('./nearby/NearbyPage.vue'), meta: { title: 'nearby.title' } },
    { path: '/telemetry/terminals/:id/track', name: 'track', component: () => import('./track/TrackPage.vue'), meta: { title: 'track.title' } },
  ],
  nav: [
    { to: '/telemetry/map', label: 'map.title', icon: 'pin', section: 'work', order: 40, permission: 'ledger.read' },
    { to: '/telemetry/health', label: 'health.title', icon: 'gauge', section: 'work', order: 41, permission: 'ledger.read' },
  ],
  actions: [
    { to: '/telemetry/nearby', label: 'nearby.title', icon: 'pin', permission: 'data.track' },
    { to: '/telemetry/fences/draw', label: 'fence.draw', icon: 'pin', permission: 'ledger.write' },
  ],
  panels: [
    { kinds: ['terminal'], id: 'line', label: 'terminal.title', order: 10, component: defineAsyncComponent(() => import('./terminals/LinePanel.vue')) },
    {
      kinds: ['vehicle', 'terminal'], id: 'track', label: 'track.title', order: 11, component: defineAsyncComponent(() => import('./track/TrackPanel.vue')),
      when: (view) => useSession().may('data.track') && (view.kind === 'terminal' || !!view.row?.terminalNo),
    },
    {
      kinds: ['vehicle', 'terminal'], id: 'pictures', label: 'picture.title', order: 12, component: defineAsyncComponent(() => import('./pictures/PicturePanel.vue')),
      when: (view) => useSession().may('data.track') && (view.kind === 'terminal' || !!view.row?.terminalNo),
    },
  ],
  rowLinks: [{ ledger: 'telemetry/terminals', icon: 'pin', label: 'track.title', to: (row) => `/telemetry/terminals/${row.id}/track` }],
} satisfies ConsoleModule
