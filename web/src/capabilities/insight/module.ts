import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [{ path: '/', name: 'cockpit', component: () => import('./cockpit/CockpitPage.vue'), meta: { unit: true, title: 'cockpit.nav' } }],
  nav: [{ to: '/', label: 'cockpit.nav', icon: 'home', section: 'work', order: 1, permission: 'ledger.read' }],
} satisfies ConsoleModule
