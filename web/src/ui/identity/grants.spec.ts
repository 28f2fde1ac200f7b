import { describe, expect, it } from 'vitest'
import { endOf, isOffice, seek } from './grants'

describe('grants', () => {
  it('end with the day they are said to end on', () => {
    expect(new Date(endOf('2026-12-31')!).getDate()).toBe(31)
    expect(endOf('')).toBeNull()
  })

  it('are found by account, name or unit, whatever the case', () => {
    const all = [{ account: 'wang.mn', name: '王明宁', institution: '示范市财政局' }, { account: 'treasury.sync', name: '系统对接', institution: null }]
    expect(seek(all, ' WANG ').map((one) => one.name)).toEqual(['王明宁'])
    expect(seek(all, '财政').map((one) => one.name)).toEqual(['王明宁'])
    expect(seek(all, '')).toHaveLength(2)
  })

  it('tell the three administrators from everybody else', () => {
    expect(isOffice('AUDIT_ADMINISTRATOR')).toBe(true)
    expect(isOffice('ADMINISTRATOR')).toBe(false)
  })
})
