import { describe, expect, it } from 'vitest'
import { dueOf, placesShown, spanTo, type Place } from './toMend'

describe('what a unit has to mend', () => {
  it('counts workdays, and is late on a day off as well', () => {
    expect(dueOf(-3, '2026-11-20', '2026-11-25')).toMatchObject({ key: 'late', n: 3, late: true })
    expect(dueOf(0, '2026-11-28', '2026-11-29')).toMatchObject({ key: 'lateSoon', late: true })
    expect(dueOf(0, '2026-11-29', '2026-11-29')).toMatchObject({ key: 'today', late: false })
    expect(dueOf(0, '2026-11-29', '2026-11-28')).toMatchObject({ key: 'soon', late: false })
    expect(dueOf(2, '2026-12-02', '2026-11-28')).toMatchObject({ key: 'left', n: 2 })
  })

  it('shows a place among the like only where five or more are alike', () => {
    const place = (n: number, standing: number | null) => ({ n, spread: { median: 1 }, figure: { value: 2, standing } }) as Place
    expect(placesShown([place(4, 90), place(5, 90), place(9, null)])).toEqual([place(5, 90)])
  })

  it('speaks of ninety days, the last one included', () => {
    expect(spanTo('2026-11-28')).toEqual({ 'settledOn.from': '2026-08-31', 'settledOn.to': '2026-11-28' })
  })
})
