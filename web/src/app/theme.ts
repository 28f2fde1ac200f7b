import { ref } from 'vue'

export type Theme = 'system' | 'light' | 'dark'

const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null
export const theme = ref<Theme>(stored())
export const dark = ref(false)

// theme.js reads the same key before the first paint, hence plain text rather than JSON.
function stored(): Theme {
  try {
    const value = localStorage.getItem('yiti.theme')
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

function apply(): void {
  dark.value = theme.value === 'dark' || (theme.value === 'system' && !!system?.matches)
  document.documentElement.classList.toggle('dark', dark.value)
}

export function wear(next: Theme): void {
  theme.value = next
  try {
    if (next === 'system') localStorage.removeItem('yiti.theme')
    else localStorage.setItem('yiti.theme', next)
  } catch {
    // The choice then lasts until the page is closed.
  }
  apply()
}

system?.addEventListener('change', apply)
// Paper is white whatever the screen is. Before anything that draws listens, so that it draws for paper.
addEventListener('beforeprint', () => document.documentElement.classList.remove('dark'))
addEventListener('afterprint', apply)
apply()
