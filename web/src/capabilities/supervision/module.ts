import { defineAsyncComponent } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'
import type { ConsoleModule } from '@/app/modules'

/** Whoever comes without a question is shown what is open and breaches something; reminders are a view of their own. */
const openFirst = (to: RouteLocationNormalized) => Object.keys(to.query).some((key) => key !== 'institution') || { ...to, query: { ...to.query, state: 'OPEN', severity: ['VIOLATION', 'SUSPICION'] }, replace: true }

export default {
  routes: [
    { path: '/board', name: 'board', component: () => import('./board/BoardPage.vue'), meta: { unit: true, title: 'board.nav' } },
    { path: '/to-mend', name: 'to-mend', component: () => import('./tomend/ToMendPage.vue'), meta: { unit: true, title: 'toMend.nav' } },
    { path: '/subscriptions', name: 'subscriptions', component: () => import('./subscriptions/SubscriptionsPage.vue'), meta: { title: 'reminder.subscriptions' } },
    { path: '/findings', name: 'findings', component: () => import('./findings/FindingsPage.vue'), meta: { unit: true, title: 'finding.nav' }, beforeEnter: openFirst },
    { path: '/findings/:id', name: 'finding', component: () => import('./findings/FindingPage.vue') },
    // The search and what was looked at last name a finding as they name any object.
    { path: '/objects/finding/:id', redirect: (to) => `/findings/${String(to.params.id)}` },
    { path: '/cases', name: 'cases', component: () => import('./cases/CasesPage.vue'), meta: { unit: true, title: 'case.nav' } },
    { path: '/cases/:id', name: 'case', component: () => import('./cases/CasePage.vue') },
    { path: '/objects/case/:id', redirect: (to) => `/cases/${String(to.params.id)}` },
    { path: '/campaigns', name: 'campaigns', component: () => import('./campaigns/CampaignsPage.vue'), meta: { unit: true, title: 'campaign.nav' } },
    { path: '/campaigns/:id', name: 'campaign', component: () => import('./campaigns/CampaignPage.vue') },
    { path: '/campaigns/:id/report', name: 'campaign-report', component: () => import('./campaigns/ReportPage.vue') },
    { path: '/visits', name: 'visits', component: () => import('./campaigns/VisitsPage.vue'), meta: { title: 'campaign.mine', alone: true } },
    { path: '/visits/:id', name: 'visit', component: () => import('./campaigns/VisitPage.vue'), meta: { alone: true } },
    { path: '/objects/visit/:id', redirect: (to) => `/visits/${String(to.params.id)}` },
    { path: '/suspicions', name: 'suspicions', component: () => import('./suspicion/SuspicionsPage.vue'), meta: { unit: true, title: 'suspicion.nav' } },
    { path: '/suspicions/:kind(vehicle|driver|institution)/:id', name: 'suspicion', component: () => import('./suspicion/SuspicionPage.vue') },
    { path: '/peers', name: 'peers', component: () => import('./figures/PeersPage.vue'), meta: { unit: true, title: 'figure.peers' } },
    { path: '/metrics', name: 'metrics', component: () => import('./figures/MetricsPage.vue'), meta: { title: 'figure.dictionary' } },
    { path: '/risks', name: 'risks', component: () => import('./figures/RisksPage.vue'), meta: { unit: true, title: 'figure.risks' } },
    { path: '/risks/:id', name: 'risk', component: () => import('./figures/RiskPage.vue') },
    { path: '/rules', name: 'rules', component: () => import('./rules/RulesPage.vue'), meta: { title: 'rule.nav' } },
    { path: '/rules/:id', name: 'rule', component: () => import('./rules/RulePage.vue') },
    { path: '/rules/:id/laboratory', name: 'rule-laboratory', component: () => import('./laboratory/RuleLaboratoryPage.vue') },
    { path: '/laboratory', name: 'laboratory', component: () => import('./laboratory/LaboratoryPage.vue'), meta: { title: 'laboratory.nav' } },
    { path: '/laboratory/:id', name: 'trial', component: () => import('./laboratory/TrialPage.vue') },
    { path: '/own-rules', name: 'own-rules', component: () => import('./workshop/OwnRulesPage.vue'), meta: { title: 'workshop.title' } },
    { path: '/own-rules/:id', name: 'own-rule', component: () => import('./workshop/OwnRulePage.vue') },
  ],
  nav: [
    { to: '/board', label: 'board.nav', icon: 'chart', section: 'work', order: 7, permission: 'ledger.read' },
    { to: '/to-mend', label: 'toMend.nav', icon: 'check', section: 'work', order: 8, permission: 'ledger.read' },
    { to: '/findings', label: 'finding.nav', icon: 'flag', section: 'work', order: 5, permission: 'ledger.read' },
    { to: '/cases', label: 'case.nav', icon: 'tasks', section: 'work', order: 6, permission: 'ledger.read' },
    { to: '/campaigns', label: 'campaign.nav', icon: 'camera', section: 'work', order: 7, permission: 'finding.verify' },
    { to: '/suspicions', label: 'suspicion.nav', icon: 'gauge', section: 'work', order: 32, permission: 'ledger.read' },
    { to: '/risks', label: 'figure.risks', icon: 'chart', section: 'work', order: 33, permission: 'ledger.read' },
    { to: '/peers', label: 'figure.peers', icon: 'rows', section: 'work', order: 34, permission: 'ledger.read' },
    { to: '/metrics', label: 'figure.dictionary', icon: 'book', section: 'base', order: 21, permission: 'ledger.read' },
    { to: '/rules', label: 'rule.nav', icon: 'gavel', section: 'base', order: 20, permission: 'ledger.read' },
    { to: '/laboratory', label: 'laboratory.nav', icon: 'gauge', section: 'base', order: 21, permission: 'rule.govern' },
    { to: '/own-rules', label: 'workshop.title', icon: 'edit', section: 'base', order: 22, permission: 'rule.govern' },
  ],
  leave: () => import('./campaigns/rounds').then(({ useRounds }) => useRounds().leave()),
  evidence: [{ component: defineAsyncComponent(() => import('./suspicion/SuspicionHint.vue')), when: (finding) => finding.subject.kind === 'vehicle' }],
  actions: [
    { to: '/findings?rule=premises.office-area&state=OPEN', label: 'finding.actionOffices', icon: 'door' },
    { to: '/findings?state=OPEN&severity=VIOLATION&severity=SUSPICION&overdue=true', label: 'finding.actionOverdue', icon: 'clock' },
    { to: '/findings?state=OPEN&assignee=me', label: 'finding.actionMine', icon: 'user' },
    { to: '/findings?state=OPEN&severity=REMINDER&sort=dueOn', label: 'finding.actionReminders', icon: 'clock' },
    { to: '/visits', label: 'campaign.mine', icon: 'camera', permission: 'finding.verify' },
    { to: '/subscriptions', label: 'reminder.subscriptions', icon: 'bell', permission: 'ledger.read' },
    { to: '/rules', label: 'rule.actionSweep', icon: 'refresh', permission: 'rule.govern' },
  ],
} satisfies ConsoleModule
