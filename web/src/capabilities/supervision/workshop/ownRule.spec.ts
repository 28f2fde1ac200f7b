import { expect, it } from 'vitest'
import { complaintsOf, isSound, type Checked } from './ownRule'

const passed = { name: { zh: '甲', en: 'a' }, passed: true, found: [], complaint: null }
const fault = { file: 'find.sql', line: 3, message: 'no such column' }
const checked = (change: Partial<Checked>): Checked => ({ complaints: [], cases: [passed], dryRun: null, ...change })

it('is sound when nothing is wrong and every case passes', () => {
  expect(isSound(checked({}))).toBe(true)
  expect(isSound(null)).toBe(false)
  expect(isSound(checked({ cases: [] }))).toBe(false)
  expect(isSound(checked({ cases: [passed, { ...passed, passed: false }] }))).toBe(false)
  expect(isSound(checked({ complaints: [fault] }))).toBe(false)
})

it('tells the same fault once', () => {
  const failed = { ...passed, passed: false, complaint: fault }
  expect(complaintsOf(checked({ cases: [failed, failed], dryRun: { found: null, units: null, complaint: fault } }))).toEqual([fault])
})
