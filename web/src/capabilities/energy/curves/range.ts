import { daysIn, plusDays, type DaysAnswer } from './days'

export const steps = ['hour', 'day', 'month'] as const
export type Step = (typeof steps)[number]

export interface Range { from: string; to: string }

/** As long as every hour is at hand; longer spans are drawn by the month. */
export const mostDays = 731
const shape = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: unknown): text is string => typeof text === 'string' && shape.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

export const lengthOf = ({ from, to }: Range) => daysIn(from, to)

/** What the address asks for; half a span or nonsense asks for nothing. */
export function rangeOf(from: unknown, to: unknown): Range | null {
  return isDate(from) && isDate(to) && from <= to ? { from, to } : null
}

/** How fine a span is drawn when nobody says. */
export function stepFor(range: Range): Step {
  const days = lengthOf(range)
  return days <= 31 ? 'hour' : days <= 400 ? 'day' : 'month'
}

export function allowed(step: Step, range: Range): boolean {
  const days = lengthOf(range)
  if (step === 'month') return days > 31
  return days <= mostDays && (step === 'hour' || days > 1)
}

/** The twelve months around a span, counted back from the last reading, so that zooming in does not move them. */
export function yearAround(range: Range | null, last: string): Range {
  const blocks = range && range.to < last ? Math.floor((daysIn(range.to, last) - 1) / 365) : 0
  const to = range && range.to > last ? range.to : plusDays(last, -365 * blocks)
  return { from: plusDays(to, -364), to }
}

/** The days to ask for: the span, its year, and the year before to compare with. */
export function needed(range: Range | null, last: string): Range {
  const year = yearAround(range, last)
  const from = range && lengthOf(range) <= mostDays && range.from < year.from ? range.from : year.from
  return { from: plusDays(from, -366), to: year.to }
}

export const covers = (loaded: Range | null, wanted: Range) => !!loaded && loaded.from <= wanted.from && loaded.to >= wanted.to

/** Half of it around its middle, or twice as much; nothing beyond the readings and no less than a day. */
export function zoomed(range: Range, times: number, known: NonNullable<DaysAnswer['known']>): Range {
  const length = lengthOf(range)
  const wanted = Math.max(1, Math.round(length * times))
  if (wanted === length) return range
  const from = plusDays(range.from, Math.round((length - wanted) / 2))
  return within({ from, to: plusDays(from, wanted - 1) }, known)
}

export function moved(range: Range, by: number, known: NonNullable<DaysAnswer['known']>): Range {
  const days = Math.sign(by) * Math.max(1, Math.round(lengthOf(range) * Math.abs(by)))
  return within({ from: plusDays(range.from, days), to: plusDays(range.to, days) }, known)
}

/** Pushed back to where there are readings, its length kept as far as they reach. */
function within({ from, to }: Range, known: { first: string; last: string }): Range {
  const length = daysIn(from, to)
  if (length >= daysIn(known.first, known.last)) return { from: known.first, to: known.last }
  if (to > known.last) return { from: plusDays(known.last, 1 - length), to: known.last }
  if (from < known.first) return { from: known.first, to: plusDays(known.first, length - 1) }
  return { from, to }
}

export function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
}

export const monthRange = (month: string): Range => ({ from: `${month.slice(0, 7)}-01`, to: lastDayOf(month) })

/** Spans one asks for most, counted back from the last reading. */
export function presets(known: NonNullable<DaysAnswer['known']>): { id: string; range: Range }[] {
  const { first, last } = known
  const back = (days: number): Range => ({ from: plusDays(last, 1 - days), to: last })
  const year: Range = { from: `${last.slice(0, 4)}-01-01`, to: last }
  const all: Range = { from: first, to: last }
  return [
    { id: 'week', range: back(7) }, { id: 'month', range: back(30) }, { id: 'thisYear', range: year }, { id: 'year', range: back(365) },
    ...(daysIn(first, last) > 366 ? [{ id: 'all', range: all }] : []),
  ]
}
