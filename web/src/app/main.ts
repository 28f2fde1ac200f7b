import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { passEscapeOn } from '@/ui/escape'
import '@/ui/styles/index.css'
import App from './App.vue'
import { currentLanguage, i18n } from './i18n'
import { putAway } from './modules'
import { router } from './router'
import { onLeave } from './session'
import './theme'

onLeave(putAway)
document.addEventListener('keydown', passEscapeOn, { capture: true })
document.documentElement.lang = currentLanguage()
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
