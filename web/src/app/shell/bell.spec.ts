import { describe, expect, it } from 'vitest'
import { dueOf } from './bell'

describe('the bell', () => {
  it('tells how long is left in workdays, and that it is late though no workday passed', () => {
    expect(dueOf({ dueOn: '2026-11-20', workdaysLeft: -3, late: true }, '2026-11-25')).toBe('late')
    expect(dueOf({ dueOn: '2026-11-28', workdaysLeft: 0, late: true }, '2026-11-29')).toBe('lateSoon')
    expect(dueOf({ dueOn: '2026-11-27', workdaysLeft: 0, late: false }, '2026-11-27')).toBe('today')
    expect(dueOf({ dueOn: '2026-11-29', workdaysLeft: 0, late: false }, '2026-11-28')).toBe('soon')
    expect(dueOf({ dueOn: '2026-12-02', workdaysLeft: 3, late: false }, '2026-11-27')).toBe('left')
    expect(dueOf({ dueOn: null, workdaysLeft: null, late: false }, '2026-11-27')).toBeNull()
  })
})
