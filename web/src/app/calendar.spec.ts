import { describe, expect, it } from 'vitest'
import { dayAfter, isWorkday, workdaysUntil, type Calendar } from './calendar'

const calendar: Calendar = {
  named: new Map([
    ['2026-10-01', { kind: 'HOLIDAY', name: '国庆节' }], ['2026-10-02', { kind: 'HOLIDAY', name: '国庆节' }], ['2026-10-05', { kind: 'HOLIDAY', name: '国庆节' }],
    ['2026-10-06', { kind: 'HOLIDAY', name: '国庆节' }], ['2026-10-07', { kind: 'HOLIDAY', name: '国庆节' }], ['2026-10-10', { kind: 'MAKE_UP_WORKDAY', name: '国庆节' }],
  ]),
  uncovered: new Set([2027]),
}

describe('workdays', () => {
  it('follow the notice, not the weekday', () => {
    expect(isWorkday('2026-10-01', calendar)).toBe(false)
    expect(isWorkday('2026-10-10', calendar)).toBe(true)
    expect(isWorkday('2026-10-11', calendar)).toBe(false)
  })

  it('are counted over a holiday', () => {
    expect(workdaysUntil('2026-10-10', calendar, '2026-09-30')).toEqual({ days: 3, covered: true })
  })

  it('are counted as weekdays in a year whose notice is not known, and say so', () => {
    expect(workdaysUntil('2027-01-04', calendar, '2026-12-31')).toEqual({ days: 2, covered: false })
  })

  it('are added over a holiday', () => {
    expect(dayAfter(2, calendar, '2026-09-30')).toBe('2026-10-09')
    expect(dayAfter(3, calendar, '2026-09-30')).toBe('2026-10-10')
  })
})
