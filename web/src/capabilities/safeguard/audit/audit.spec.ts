import { describe, expect, it } from 'vitest'
import zhCN from '@/locales/zh-CN/audit'
import { codeOf, keyOf } from './audit'

describe('the names of acts', () => {
  it('lead from words to codes and back', () => {
    expect(codeOf('import_handed_in')).toBe('import.handed-in')
    expect(Object.keys(zhCN.action).map(codeOf).map(keyOf)).toEqual(Object.keys(zhCN.action))
  })
})
