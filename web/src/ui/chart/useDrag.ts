import { ref, type Ref } from 'vue'

/** Less than this is a shaky click. */
const least = 8

/** A span dragged over a box, from left to right or back; Escape lets go of it. */
export function useDrag(box: Ref<HTMLElement | undefined>, done: (from: number, to: number) => void) {
  const selection = ref<{ left: number; width: number } | null>(null)

  function hold(down: PointerEvent): void {
    const frame = box.value?.getBoundingClientRect()
    if (!frame || down.button !== 0) return
    const start = down.clientX - frame.left
    const reach = (event: PointerEvent) => Math.min(Math.max(event.clientX - frame.left, 0), frame.width)
    const over = (event: PointerEvent) => {
      const x = reach(event)
      selection.value = Math.abs(x - start) < least ? null : { left: Math.min(x, start), width: Math.abs(x - start) }
    }
    const leave = () => {
      selection.value = null
      for (const name of ['pointermove', 'pointerup', 'pointercancel', 'keydown']) removeEventListener(name, listeners[name]!)
    }
    const listeners: Record<string, EventListener> = {
      pointermove: (event) => over(event as PointerEvent),
      pointerup: (event) => {
        const chosen = selection.value
        leave()
        if (chosen) done(Math.min(start, reach(event as PointerEvent)), Math.max(start, reach(event as PointerEvent)))
      },
      pointercancel: leave,
      keydown: (event) => (event as KeyboardEvent).key === 'Escape' && leave(),
    }
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener)
  }

  return { selection, hold }
}
