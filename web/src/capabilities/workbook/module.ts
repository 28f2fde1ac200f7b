import type { ConsoleModule } from '@/app/modules'

export default {
  routes: [
    { path: '/imports', name: 'imports', component: () => import('./imports/ImportsPage.vue'), meta: { title: 'import.nav' } },
    { path: '/imports/new', name: 'import-new', component: () => import('./imports/NewImport.vue'), meta: { title: 'import.new' } },
    { path: '/exports', name: 'exports', component: () => import('./exports/ExportsPage.vue'), meta: { title: 'export.nav' } },
    { path: '/imports/:id', name: 'import', component: () => import('./imports/ImportPage.vue') },
  ],
  nav: [
    { to: '/imports', label: 'import.nav', icon: 'upload', section: 'work', order: 30, permission: 'workbook.import' },
    { to: '/exports', label: 'export.nav', icon: 'download', section: 'work', order: 31, permission: 'data.reveal' },
  ],
  actions: [
    { to: '/imports/new', label: 'import.action', icon: 'upload', permission: 'workbook.import' },
    { to: '/imports', label: 'import.actionUndo', icon: 'refresh', permission: 'workbook.import' },
  ],
} satisfies ConsoleModule
