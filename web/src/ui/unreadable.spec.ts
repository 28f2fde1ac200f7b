import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import type { Column, Ledger, Row } from '@/api/types'
import { cell, unreadable } from './format'
import { factsOf } from './object/facts'

afterEach(() => speak('zh-CN'))

const phone = { name: 'phone', label: { zh: '电话', en: 'Phone' }, kind: 'TEXT', masked: true, codes: null, scale: null, unit: null, link: null } as unknown as Column
const ledger = { columns: [phone] } as unknown as Ledger
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
  })
})
