import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n, speak } from '@/app/i18n'
import type { Column, Ledger, Row } from '@/api/types'
import { cell, unreadable } from './format'
import { gridOf } from './ledger/grid'
import { changeWords, factsOf } from './object/facts'
import Unreadable from './Unreadable.vue'

afterEach(() => speak('zh-CN'))

const phone = { name: 'phone', label: { zh: '电话', en: 'Phone' }, kind: 'TEXT', masked: true, codes: null, scale: null, unit: null, link: null } as unknown as Column
const ledger = { columns: [phone], key: ['code'], objectKind: null } as unknown as Ledger
const fact = (value: string) => factsOf(ledger, { id: '1', phone: value } as unknown as Row)[0]!.facts[0]!

describe('a value that the server cannot decrypt', () => {
  it('has a word of its own in both languages', () => {
    expect(cell(phone, unreadable)).toBe('无法解密')

    speak('en')

    expect(cell(phone, unreadable)).toBe('cannot be decrypted')
  })

  it('is not offered to be shown, as one is that is masked', () => {
    expect(fact('138****0000').masked).toBe(true)
    expect(fact(unreadable).masked).toBe(false)
    expect(fact(unreadable).unreadable).toBe(true)
    expect(fact('138****0000').unreadable).toBe(false)
  })

  it('is told apart in a list', () => {
    const rows = [{ id: '1', phone: unreadable }, { id: '2', phone: '138****0000' }] as unknown as Row[]

    expect(gridOf(ledger, [phone], rows).map((line) => line.cells[0]!.unreadable)).toEqual([true, false])
  })

  it('is worded in a life line, of a column that is known and of one that is not', () => {
    expect(changeWords(ledger, 'phone', unreadable)).toBe('无法解密')
    expect(changeWords(undefined, 'mobile', unreadable)).toBe('无法解密')
  })

  it('says why to who touches it or comes by key, and leaves alone what it stands in', async () => {
    let opened = 0
    const page = mount({ components: { Unreadable }, setup: () => ({ open: () => opened++ }), template: '<div @click="open"><Unreadable /></div>' }, { attachTo: document.body, global: { plugins: [i18n] } })
    const button = page.get('button')
    expect(button.text()).toBe('无法解密')
    expect(document.querySelector('.y-unreadable-why')?.textContent ?? '').not.toContain('请系统管理员查明原因')

    await button.trigger('click')
    await flushPromises()

    await expect.poll(() => document.querySelector('.y-unreadable-why')?.textContent).toContain('请系统管理员查明原因')
    expect(opened).toBe(0)
    page.unmount()
  })
})
