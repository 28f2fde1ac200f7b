import { describe, expect, it } from 'vitest'
import { balanceOf, beforeOf, busyRestDays, changeOf, gapsOf, isNight, monthsOf, nightsAbove, percentile, profileOf, runsOf, summaryOf, type Day, type DayKind } from './days'

const night = { from: 23, until: 6, limit: 0.8, leastDays: 20 }
const flat = (day: string, dark: number, light: number, kind: DayKind = 'WORKDAY'): Day => ({ day, kind, name: null, hours: Array.from({ length: 24 }, (_, hour) => (isNight(hour, night) ? dark : light)) })
const holed = (day: Day, ...missing: number[]): Day => ({ ...day, hours: day.hours!.map((value, hour) => (missing.includes(hour) ? null : value)) })
const unread = (day: string): Day => ({ day, kind: 'WORKDAY', name: null, hours: null })

describe('the night', () => {
  it('goes over midnight, or does not', () => {
    expect([22, 23, 0, 5, 6].map((hour) => isNight(hour, night))).toEqual([false, true, true, true, false])
    expect([0, 1, 4, 5].map((hour) => isNight(hour, { from: 1, until: 5 }))).toEqual([false, true, true, false])
  })

  it('is weighed against the day by means, over complete days only', () => {
    const days = [flat('2026-05-01', 4, 10), flat('2026-05-02', 6, 10), holed(flat('2026-05-03', 100, 10), 12)]

    expect(balanceOf(days, night)).toEqual({ night: 5, day: expect.closeTo(205 / 24, 9), ratio: 0.585366 })
  })

  it('has no share where nothing is used at all, or no day is complete', () => {
    expect(balanceOf([flat('2026-05-01', 0, 0)], night).ratio).toBeNull()
    expect(balanceOf([holed(flat('2026-05-01', 4, 10), 0)], night)).toEqual({ night: null, day: null, ratio: null })
  })

  it('is not above a limit by the dust of its sums', () => {
    const days = Array.from({ length: 31 }, (_, n) => flat(`2026-05-${String(n + 1).padStart(2, '0')}`, 13.6 * 1.1, 18.4 * 1.1))

    expect(balanceOf(days, night).ratio).toBe(0.8)
  })

  it('of a workday is above a limit only beyond it; days off have nothing to be measured against', () => {
    expect(nightsAbove([flat('2026-05-06', 13.6, 18.4), flat('2026-05-07', 13.7, 18.4), flat('2026-05-09', 10, 10, 'WEEKEND')], night, 0.8)).toEqual(['2026-05-07'])
  })
})

describe('a span', () => {
  it('tells its total, its highest hour, and workdays apart from days off', () => {
    const days = [flat('2026-05-08', 1, 2), flat('2026-05-09', 1, 1, 'WEEKEND'), flat('2026-05-10', 1, 3, 'MAKE_UP_WORKDAY')]

    expect(summaryOf(days)).toMatchObject({ total: 41 + 24 + 58, peak: { day: '2026-05-10', hour: 6, value: 3 }, workday: (41 + 58) / 2, rest: 24, hoursRead: 72 })
  })

  it('without readings has no mean and no peak', () => {
    expect(summaryOf([unread('2026-05-08')])).toEqual({ total: 0, mean: null, peak: null, workday: null, rest: null, hoursRead: 0 })
  })

  it('is compared with the year before on days that were complete both times', () => {
    const before = [flat('2025-05-08', 10, 10), holed(flat('2025-05-09', 10, 10), 3)]
    const now = [flat('2026-05-08', 9, 9), flat('2026-05-09', 1, 1)]

    expect(changeOf(now, [...before, ...now])).toEqual({ days: 1, share: 9 / 10 - 1 })
    expect(changeOf(now, now)).toBeNull()
  })

  it('compares a leap day with nothing', () => {
    expect(changeOf([flat('2024-02-29', 1, 1)], [flat('2023-02-28', 1, 1), flat('2024-02-29', 1, 1)])).toBeNull()
  })
})

describe('a typical day', () => {
  it('is the mean of every hour with the band of eight days in ten', () => {
    const days = Array.from({ length: 11 }, (_, n) => flat(`2026-05-${String(n + 1).padStart(2, '0')}`, 0, n))
    const { mean, low, high } = profileOf(days)

    expect([mean[12], low[12], high[12]]).toEqual([5, 1, 9])
    expect([mean[0], low[0], high[0]]).toEqual([0, 0, 0])
  })

  it('lies between values as PostgreSQL draws it', () => {
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5)
    expect(percentile([], 0.5)).toBeNull()
  })
})

describe('months', () => {
  it('sum up their days and say how many were complete', () => {
    const months = monthsOf([flat('2026-04-30', 1, 1), holed(flat('2026-05-01', 1, 1), 0), unread('2026-05-02')], night)

    expect(months.map(({ month, amount, whole, days }) => [month, amount, whole, days])).toEqual([['2026-04', 24, 1, 30], ['2026-05', 23, 0, 31]])
    expect(months.map(({ balance }) => balance!.ratio)).toEqual([1, null])
  })
})

describe('the same months a year before', () => {
  it('count only the dates that are there now', () => {
    const before = [flat('2025-05-01', 1, 1), flat('2025-05-02', 1, 1), flat('2025-05-03', 1, 1)]

    expect(beforeOf([flat('2026-05-01', 2, 2), flat('2026-05-02', 2, 2)], before)).toEqual([48])
  })

  it('are unknown when too little was read then', () => {
    expect(beforeOf([flat('2026-05-01', 2, 2), flat('2026-05-02', 2, 2)], [flat('2025-05-01', 1, 1)])).toEqual([null])
    expect(beforeOf([unread('2026-05-01')], [])).toEqual([null])
  })
})

describe('gaps', () => {
  it('run over midnight and over days without any reading', () => {
    const days = [holed(flat('2026-05-01', 1, 1), 22, 23), unread('2026-05-02'), holed(flat('2026-05-03', 1, 1), 0, 5)]

    expect(gapsOf(days, { first: '2026-05-01', last: '2026-05-03' })).toEqual([
      { from: '2026-05-01', fromHour: 22, to: '2026-05-03', toHour: 0, hours: 27 },
      { from: '2026-05-03', fromHour: 5, to: '2026-05-03', toHour: 5, hours: 1 },
    ])
  })

  it('are not what lies before the first or after the last reading', () => {
    const days = [unread('2026-04-30'), holed(flat('2026-05-01', 1, 1), 0, 1), holed(flat('2026-05-02', 1, 1), 23), unread('2026-05-03')]

    expect(gapsOf(days, { first: '2026-05-01', last: '2026-05-02' })).toEqual([])
  })
})

describe('days off', () => {
  it('are busy when they use what a workday usually does', () => {
    const days = [flat('2026-05-06', 5, 5), flat('2026-05-07', 5, 5), flat('2026-05-09', 5, 5, 'WEEKEND'), flat('2026-05-10', 4, 4, 'WEEKEND')]

    expect(busyRestDays(days).map((day) => day.day)).toEqual(['2026-05-09'])
    expect(busyRestDays(days.slice(2))).toEqual([])
  })
})

describe('runs', () => {
  it('are neighbours of one kind', () => {
    expect(runsOf([1, 0, 1, 1], Boolean)).toEqual([{ from: 0, to: 0 }, { from: 2, to: 3 }])
  })
})
