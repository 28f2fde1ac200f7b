import { describe, expect, it } from 'vitest'
import { endOf, isOffice } from './grants'

describe('grants', () => {
  it('end with the day they are said to end on', () => {
    expect(new Date(endOf('2026-12-31')!).getDate()).toBe(31)
    expect(endOf('')).toBeNull()
  })

  it('tell the three administrators from everybody else', () => {
    expect(isOffice('AUDIT_ADMINISTRATOR')).toBe(true)
    expect(isOffice('ADMINISTRATOR')).toBe(false)
  })
})
