import { defineAsyncComponent } from 'vue'
import type { ConsoleModule } from '@/app/modules'

export default {
  panels: [{ kinds: ['terminal'], id: 'line', label: 'terminal.title', order: 10, component: defineAsyncComponent(() => import('./terminals/LinePanel.vue')) }],
} satisfies ConsoleModule
