import { describe, expect, it } from 'vitest'
import { allowed, covers, lengthOf, moved, needed, presets, rangeOf, stepFor, yearAround, zoomed } from './range'

const known = { first: '2025-01-01', last: '2026-11-21' }

describe('a span in the address', () => {
  it('asks for nothing when half of it is missing, turned round or no date', () => {
    expect(rangeOf('2026-01-01', '2026-02-01')).toEqual({ from: '2026-01-01', to: '2026-02-01' })
    expect([rangeOf('2026-01-01', undefined), rangeOf('2026-02-01', '2026-01-01'), rangeOf('2026-02-30', '2026-03-01'), rangeOf('x', ['2026'])]).toEqual([null, null, null, null])
  })

  it('is drawn as finely as one can still read', () => {
    expect([{ from: '2026-11-21', to: '2026-11-21' }, { from: '2026-10-22', to: '2026-11-21' }, { from: '2025-11-22', to: '2026-11-21' }, { from: '2024-01-01', to: '2026-11-21' }].map(stepFor)).toEqual(['hour', 'hour', 'day', 'month'])
  })

  it('refuses a step that shows one column, or more hours than are at hand', () => {
    expect(allowed('day', { from: '2026-11-21', to: '2026-11-21' })).toBe(false)
    expect(allowed('hour', { from: '2020-01-01', to: '2026-11-21' })).toBe(false)
    expect(allowed('month', { from: '2026-11-01', to: '2026-11-21' })).toBe(false)
  })
})

describe('zooming', () => {
  it('in keeps the middle, out doubles the span', () => {
    expect(zoomed({ from: '2026-06-01', to: '2026-06-08' }, 0.5, known)).toEqual({ from: '2026-06-03', to: '2026-06-06' })
    expect(zoomed({ from: '2026-06-03', to: '2026-06-06' }, 2, known)).toEqual({ from: '2026-06-01', to: '2026-06-08' })
  })

  it('never ends in less than a day, nor beyond the readings', () => {
    expect(zoomed({ from: '2026-06-03', to: '2026-06-03' }, 0.5, known)).toEqual({ from: '2026-06-03', to: '2026-06-03' })
    expect(zoomed({ from: '2026-11-01', to: '2026-11-21' }, 2, known)).toEqual({ from: '2026-10-11', to: '2026-11-21' })
    expect(zoomed({ from: '2025-02-01', to: '2026-11-01' }, 4, known)).toEqual({ from: known.first, to: known.last })
  })
})

describe('moving', () => {
  it('keeps the length of the span and stops at the first and last reading', () => {
    expect(moved({ from: '2026-11-08', to: '2026-11-14' }, -1, known)).toEqual({ from: '2026-11-01', to: '2026-11-07' })
    expect(moved({ from: '2026-11-10', to: '2026-11-16' }, 1, known)).toEqual({ from: '2026-11-15', to: '2026-11-21' })
    expect(moved({ from: '2025-01-02', to: '2025-01-08' }, -1, known)).toEqual({ from: '2025-01-01', to: '2025-01-07' })
  })
})

describe('the year around a span', () => {
  it('does not move while one zooms inside of it', () => {
    const whole = yearAround(null, known.last)

    expect(whole).toEqual({ from: '2025-11-22', to: '2026-11-21' })
    expect(yearAround({ from: '2026-03-01', to: '2026-03-07' }, known.last)).toEqual(whole)
    expect(yearAround({ from: '2025-11-01', to: '2025-11-22' }, known.last)).toEqual(whole)
  })

  it('is the one before for what lies before it', () => {
    expect(yearAround({ from: '2025-06-01', to: '2025-11-21' }, known.last)).toEqual({ from: '2024-11-22', to: '2025-11-21' })
  })

  it('is asked for with the year to compare it with', () => {
    const wanted = needed({ from: '2025-06-01', to: '2026-05-31' }, known.last)

    expect(wanted).toEqual({ from: '2024-05-31', to: '2026-11-21' })
    expect(covers(needed(null, known.last), wanted)).toBe(false)
    expect(covers({ from: '2024-01-01', to: '2026-11-21' }, wanted)).toBe(true)
    expect(lengthOf(wanted)).toBeLessThan(1500)
  })
})

describe('usual spans', () => {
  it('count back from the last reading, and offer all of it only beyond a year', () => {
    expect(presets(known).map(({ id }) => id)).toEqual(['week', 'month', 'thisYear', 'year', 'all'])
    expect(presets(known)[0]!.range).toEqual({ from: '2026-11-15', to: '2026-11-21' })
    expect(presets({ first: '2026-01-01', last: '2026-11-21' }).map(({ id }) => id)).not.toContain('all')
  })
})
