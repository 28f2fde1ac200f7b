import { expect, test } from 'vitest'
import zhCN from '@/locales/zh-CN/reveal'
import { isGiven, purposes, told } from './purpose'

test('a purpose and a reason of some length are both needed', () => {
  expect(isGiven({ purpose: '', reason: '通知整改期限' })).toBe(false)
  expect(isGiven({ purpose: 'CONTACT', reason: ' 看看  ' })).toBe(false)
  expect(isGiven({ purpose: 'CONTACT', reason: '通知整改' })).toBe(true)
})

test('what is sent has no blanks around it', () => expect(told({ purpose: 'CONTACT', reason: ' 通知整改 ' })).toEqual({ purpose: 'CONTACT', reason: '通知整改' }))
test('every purpose has words', () => expect(Object.keys(zhCN.for).sort()).toEqual([...purposes].sort()))
