import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/ledgers/:module/:ledger', name: 'ledger', component: () => import('./ledger/LedgerPage.vue'), meta: { unit: true } },
    { path: '/objects/:kind/:id', name: 'object', component: () => import('./object/ObjectRoute.vue') },
  ],
} satisfies ConsoleModule
