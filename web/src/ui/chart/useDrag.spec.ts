import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useDrag } from './useDrag'

function dragged(...acts: [name: string, x?: number][]) {
  const box = document.createElement('div')
  box.getBoundingClientRect = () => ({ left: 100, top: 0, width: 400, height: 100 }) as DOMRect
  const done = vi.fn()
  const { selection, hold } = useDrag(ref(box), done)
  hold(new PointerEvent('pointerdown', { clientX: 200, button: 0 }))
  for (const [name, x] of acts) dispatchEvent(name === 'Escape' ? new KeyboardEvent('keydown', { key: 'Escape' }) : new PointerEvent(name, { clientX: x }))
  return { done, selection }
}

describe('dragging over a chart', () => {
  it('chooses a span, whichever way one drags', () => {
    expect(dragged(['pointermove', 300], ['pointerup', 300]).done).toHaveBeenCalledWith(100, 200)
    expect(dragged(['pointermove', 150], ['pointerup', 150]).done).toHaveBeenCalledWith(50, 100)
  })

  it('ends at the edges of the chart', () => {
    expect(dragged(['pointermove', 900], ['pointerup', 900]).done).toHaveBeenCalledWith(100, 400)
  })

  it('shows what would be chosen, until it is let go', () => {
    const { selection } = dragged(['pointermove', 260])
    expect(selection.value).toEqual({ left: 100, width: 60 })
    dispatchEvent(new PointerEvent('pointerup', { clientX: 260 }))
    expect(selection.value).toBeNull()
  })

  it('is not a shaky click, and Escape takes it back', () => {
    expect(dragged(['pointermove', 204], ['pointerup', 204]).done).not.toHaveBeenCalled()
    expect(dragged(['pointermove', 300], ['Escape'], ['pointerup', 300]).done).not.toHaveBeenCalled()
  })
})
