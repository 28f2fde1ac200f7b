import { onBeforeUnmount, onMounted } from 'vue'

/** "mod+k", "shift+j", "/", "escape": mod is ⌘ on a Mac and Ctrl elsewhere. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase()
  const shifted = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key))
  return [event.metaKey || event.ctrlKey ? 'mod' : '', event.altKey ? 'alt' : '', shifted ? 'shift' : '', key].filter(Boolean).join('+')
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** A dialog or drawer owns the keyboard while it is open. */
export function isCovered(): boolean {
  return Array.from(document.querySelectorAll<HTMLElement>('.el-overlay')).some((cover) => cover.style.display !== 'none')
}

type Keys = Record<string, (event: KeyboardEvent) => void>

export function useKeys(keys: Keys): void {
  function press(event: KeyboardEvent): void {
    const name = keyName(event)
    const act = keys[name]
    if (!act || event.isComposing || event.defaultPrevented) return
    if (!name.startsWith('mod+') && (isTyping(event.target) || isCovered())) return
    event.preventDefault()
    act(event)
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

export const modKey = /mac|iphone|ipad/i.test(typeof navigator === 'undefined' ? '' : navigator.userAgent) ? '⌘' : 'Ctrl'
