import { describe, expect, it } from 'vitest'
import type { TrackDay } from '@/api/telemetry'
import { clock, eventOn, fuelMark, linesOf, metresOf, momentAt, orderOn, overSpeeds, perMinute, stopsOf, within } from './day'

type Point = TrackDay['points'][number]

/** Eastwards along a parallel, ten metres a second. */
const drive = (from: number, to: number, lon: number): Point[] => Array.from({ length: (to - from) / 60 + 1 }, (_, n) => [from + n * 60, 30_000_000, lon + n * 6000, 360, 90, 1])

const morning = drive(28_800, 32_400, 120_000_000)
const evening = drive(61_200, 62_400, 120_360_000)
const day = {
  points: [...morning, ...evening],
  gaps: [{ from: 32_400, to: 61_200, metres: 0 }],
  minutes: [...morning, ...evening].map(([second]) => [second / 60, 360, -1] as [number, number, number]),
}

describe('a day of a vehicle', () => {
  it('has a place at every moment, between two positions as well', () => {
    expect(momentAt(day, 28_830)).toMatchObject({ lat: 30, lon: 120.003, speed: 36, known: true })
  })

  it('has none within a gap, nor before the first position or after the last', () => {
    expect(momentAt(day, 40_000)).toMatchObject({ known: false, lon: 120.36 })
    expect(momentAt(day, 0)).toMatchObject({ known: false })
    expect(momentAt(day, 80_000)).toMatchObject({ known: false })
    expect(momentAt({ points: [], gaps: [] }, 1)).toBeNull()
  })

  it('is drawn without a line through what nobody heard', () => {
    expect(linesOf(day).map((line) => line.length)).toEqual([morning.length, evening.length])
  })

  it('is as long as its lines', () => {
    expect(metresOf(day) / 1000).toBeCloseTo((60 * 6000 + 20 * 6000) * 1e-6 * 111.195 * Math.cos(Math.PI / 6), 0)
  })
})

describe('stops', () => {
  const minutes = (speeds: number[], first = 480) => speeds.map((speed, n) => [first + n, speed, -1] as [number, number, number])
  const of = (list: [number, number, number][]) => stopsOf({ minutes: list, points: day.points, gaps: [] }).map(({ from, to }) => [from / 60, to / 60])

  it('are three minutes and longer', () => {
    expect(of(minutes([300, 0, 0, 300, 0, 0, 0, 300]))).toEqual([[484, 487]])
  })

  it('reach to the end of the day', () => {
    expect(of(minutes([300, 0, 0, 0]))).toEqual([[481, 484]])
  })

  it('are not supposed where nothing was heard', () => {
    expect(of([...minutes([0, 0, 0]), ...minutes([0, 0, 0], 600)])).toEqual([[480, 483], [600, 603]])
  })
})

describe('an order', () => {
  const order = { id: '1', orderNo: 'P1', purpose: '送件', destination: { mask: 'x' }, plannedStart: '2026-03-08T22:00:00+08:00', plannedEnd: '2026-03-09T01:30:00+08:00' }

  it('over midnight lies on both days, each with its part', () => {
    expect(orderOn('2026-03-08', order)).toMatchObject({ from: 79_200, to: 86_400 })
    expect(orderOn('2026-03-09', order)).toMatchObject({ from: 0, to: 5400, destination: null })
    expect(orderOn('2026-03-10', order)).toBeNull()
  })
})

it('a second of the day is told as clocks do', () => {
  expect(clock(0)).toBe('00:00')
  expect(clock(86_399, true)).toBe('23:59:59')
})

it('between two reports the last value stands, and in a gap none does', () => {
  const values = perMinute({ minutes: [[10, 300, 400], [13, 0, -1], [600, 200, 390]], gaps: [{ from: 780, to: 36_000, metres: 0 }] }, 1)

  expect(values.slice(9, 15)).toEqual([null, 30, 30, 30, 0, null])
  expect(values[600]).toBe(20)
})

describe('what the house found', () => {
  const fact = { kind: 'vehicle.refuelled', about: '', start: '2026-03-09T00:10:00Z', end: '2026-03-09T00:14:00Z', settled: true, plate: null, figures: { litres: 38.5 } }

  it('is told with its amount, on the day it lies on', () => {
    expect(eventOn('2026-03-09', fact)).toEqual({ kind: 'refuelled', from: 29_400, to: 29_640, amount: 38.5 })
    expect(eventOn('2026-03-10', fact)).toBeNull()
  })

  it('is left out where the page has no word for it', () => {
    expect(eventOn('2026-03-09', { ...fact, kind: 'vehicle.night' })).toBeNull()
  })
})

describe('what was found is drawn', () => {
  const fast = (limit: number, from: number, to: number) => ({ kind: 'over-speed' as const, from, to, amount: 130, limit })

  it('over the highest of the limits it passed, once', () => {
    expect(overSpeeds([fast(80, 100, 500), fast(120, 100, 500), fast(80, 900, 950)])).toEqual([fast(120, 100, 500), fast(80, 900, 950)])
  })

  it('keeps a stretch over a lower limit that lasts longer', () => {
    expect(overSpeeds([fast(80, 100, 500), fast(120, 200, 300)])).toHaveLength(2)
  })

  it('on the part of the line where it was, and nowhere within a gap', () => {
    expect(within(morning, { from: 28_830, to: 28_980 })).toEqual([0, 4])
    expect(within(morning, { from: 40_000, to: 41_000 })).toBeNull()
  })

  it('with what came in and what went', () => {
    expect(fuelMark({ kind: 'refuelled', from: 0, to: 1, amount: 38.5 })).toBe('+39 L')
    expect(fuelMark({ kind: 'fuel-drop', from: 0, to: 1, amount: null })).toBe('−')
  })

  it('with the limit it passed', () => {
    expect(eventOn('2026-03-09', { kind: 'vehicle.over-speed', about: '', start: '2026-03-09T08:00:00+08:00', end: '2026-03-09T08:01:00+08:00', settled: true, plate: null, figures: { max_kmh: 131, limit_kmh: 120 } })).toMatchObject({ amount: 131, limit: 120 })
  })
})
