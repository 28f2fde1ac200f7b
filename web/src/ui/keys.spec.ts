import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { keyName, useKeys } from './keys'

const pressed: string[] = []
const Page = defineComponent({
  setup() {
    useKeys({ j: () => pressed.push('j'), 'mod+k': () => pressed.push('mod+k') })
    return () => h('div', [h('input', { type: 'text' }), h('input', { type: 'checkbox' })])
  },
})
const press = (key: string, over: KeyboardEventInit = {}, target: EventTarget = window) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }))

afterEach(() => {
  pressed.length = 0
  document.body.innerHTML = ''
})

describe('keys', () => {
  it('are named alike on every keyboard', () => {
    const key = (name: string, over = {}) => keyName({ key: name, metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, ...over })

    expect(key('K', { metaKey: true })).toBe('mod+k')
    expect(key('k', { ctrlKey: true })).toBe('mod+k')
    expect(key('J', { shiftKey: true })).toBe('shift+j')
    expect(key('?', { shiftKey: true })).toBe('?')
    expect(key('Escape')).toBe('escape')
  })

  it('do not act while one types, unless they are combined', () => {
    const page = mount(Page, { attachTo: document.body })
    const field = page.find('input[type="text"]').element

    press('j', {}, field)
    press('k', { ctrlKey: true }, field)

    expect(pressed).toEqual(['mod+k'])
    page.unmount()
  })

  it('act when a box is ticked, for a box takes no letters', () => {
    const page = mount(Page, { attachTo: document.body })

    press('j', {}, page.find('input[type="checkbox"]').element)

    expect(pressed).toEqual(['j'])
    page.unmount()
  })

  it('leave the page alone while a dialog is open, and after it was left', () => {
    const page = mount(Page, { attachTo: document.body })
    document.body.insertAdjacentHTML('beforeend', '<div class="el-overlay"></div>')
    press('j')
    document.querySelector('.el-overlay')!.remove()
    page.unmount()
    press('j')

    expect(pressed).toEqual([])
  })
})
