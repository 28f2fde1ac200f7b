import type { Unit } from '@/api/types'
import { plusDays } from '@/app/calendar'

export type DayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP_WORKDAY'

export interface Day {
  day: string
  kind: DayKind
  /** The holiday it belongs to. */
  name: string | null
  /** 24 amounts, null where an hour was not read. */
  hours: (number | null)[] | null
}

export interface Night { from: number; until: number; limit: number | null; leastDays: number | null }

export interface Meter { id: string; code: string; name: string; energyKind: string; unit: string | null; parent: Unit | null; parts: number }

export interface DaysAnswer {
  meter: Meter
  from: string
  to: string
  known: { first: string; last: string } | null
  night: Night | null
  days: Day[]
}

export const isRest = (day: Day) => day.kind === 'WEEKEND' || day.kind === 'HOLIDAY'
export const between = (days: Day[], from: string, to: string) => days.filter((one) => one.day >= from && one.day <= to)
export const hoursOf = (day: Day) => day.hours ?? (Array(24).fill(null) as null[])
export const readOf = (day: Day) => (day.hours ?? []).filter((hour) => hour !== null).length
export const isWhole = (day: Day) => readOf(day) === 24
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
export const mean = (values: readonly number[]) => (values.length ? sum(values) / values.length : null)
const known = (values: readonly (number | null)[]) => values.filter((value): value is number => value !== null)

/** What was used on a day; nothing when nothing of it was read. */
export const amountOf = (day: Day) => (readOf(day) ? sum(known(hoursOf(day))) : null)

/** 23 and 6 are the hours 23, 0, 1 … 5. */
export function isNight(hour: number, { from, until }: Pick<Night, 'from' | 'until'>): boolean {
  return from > until ? hour >= from || hour < until : hour >= from && hour < until
}

/** Between two values there is a straight line, as PostgreSQL's percentile_cont draws it. */
export function percentile(sorted: readonly number[], share: number): number | null {
  if (!sorted.length) return null
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  return sorted[below]! + (sorted[Math.min(below + 1, sorted.length - 1)]! - sorted[below]!) * (place - below)
}

export interface Balance { night: number | null; day: number | null; ratio: number | null }

/** Mean load of the night beside that of the whole day, over complete days only, as the rule on nights counts it. */
export function balanceOf(days: Day[], night: Night): Balance {
  const whole = days.filter(isWhole)
  const dark = mean(whole.flatMap((day) => known(hoursOf(day)).filter((_, hour) => isNight(hour, night))))
  const all = mean(whole.flatMap((day) => known(hoursOf(day))))
  // To a millionth, as the rule does: sums of hours are not exact beyond it.
  return { night: dark, day: all, ratio: dark !== null && all ? Math.round((dark / all) * 1e6) / 1e6 : null }
}

export interface Peak { day: string; hour: number; value: number }

export function peakOf(days: Day[]): Peak | null {
  let peak: Peak | null = null
  for (const { day, hours } of days) hours?.forEach((value, hour) => value !== null && (!peak || value > peak.value) && (peak = { day, hour, value }))
  return peak
}

export interface Summary {
  total: number
  mean: number | null
  peak: Peak | null
  workday: number | null
  rest: number | null
  hoursRead: number
}

export function summaryOf(days: Day[]): Summary {
  const whole = days.filter(isWhole)
  const read = sum(days.map(readOf))
  const total = sum(days.map((day) => amountOf(day) ?? 0))
  return {
    total, mean: read ? total / read : null, peak: peakOf(days), hoursRead: read,
    workday: mean(whole.filter((day) => !isRest(day)).map((day) => amountOf(day)!)),
    rest: mean(whole.filter(isRest).map((day) => amountOf(day)!)),
  }
}

export const yearBefore = (date: string) => (date.endsWith('-02-29') ? null : `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`)

/** Against the same dates a year earlier, only those that were read completely both times: gaps are no savings. */
export function changeOf(days: Day[], all: Day[]): { days: number; share: number } | null {
  const whole = new Map(all.filter(isWhole).map((day) => [day.day, amountOf(day)!]))
  const pairs = days.filter(isWhole).map((day) => [amountOf(day)!, whole.get(yearBefore(day.day) ?? '')] as const).filter((pair): pair is readonly [number, number] => pair[1] !== undefined)
  const before = sum(pairs.map(([, then]) => then))
  return before > 0 ? { days: pairs.length, share: sum(pairs.map(([now]) => now)) / before - 1 } : null
}

/** A month counts as known when so much of what is compared was read. */
const enough = 0.9

/** Of every month the same dates a year earlier, so that a month not over yet is not measured against a whole one. */
export function beforeOf(days: Day[], all: Day[]): (number | null)[] {
  const then = new Map(all.filter(isWhole).map((day) => [day.day, amountOf(day)!]))
  return groupedByMonth(days).map(([, of]) => {
    const whole = of.filter(isWhole)
    const amounts = whole.map((day) => then.get(yearBefore(day.day) ?? '')).filter((amount): amount is number => amount !== undefined)
    return whole.length && amounts.length >= whole.length * enough ? sum(amounts) : null
  })
}

export interface Profile { days: number; mean: (number | null)[]; low: (number | null)[]; high: (number | null)[] }

/** The typical day: of every hour the mean, and where eight days of ten lie. */
export function profileOf(days: Day[]): Profile {
  const hours = Array.from({ length: 24 }, (_, hour) => known(days.map((day) => hoursOf(day)[hour] ?? null)).sort((a, b) => a - b))
  return { days: days.filter(readOf).length, mean: hours.map(mean), low: hours.map((of) => percentile(of, 0.1)), high: hours.map((of) => percentile(of, 0.9)) }
}

function groupedByMonth(days: Day[]): [string, Day[]][] {
  const months = new Map<string, Day[]>()
  for (const day of days) {
    const month = day.day.slice(0, 7)
    if (!months.get(month)?.push(day)) months.set(month, [day])
  }
  return [...months]
}

/** @property whole complete days, of as many as the calendar gives the month */
export interface Month { month: string; amount: number | null; whole: number; days: number; balance: Balance | null }

const lengthOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()

export function monthsOf(days: Day[], night: Night | null): Month[] {
  return groupedByMonth(days).map(([month, of]) => {
    const amounts = known(of.map(amountOf))
    return { month, amount: amounts.length ? sum(amounts) : null, days: lengthOf(month), whole: of.filter(isWhole).length, balance: night && balanceOf(of, night) }
  })
}

export interface Gap { from: string; fromHour: number; to: string; toHour: number; hours: number }

/** Hours without a reading between the first and the last one there is; `toHour` is the last missing hour. */
export function gapsOf(days: Day[], span: DaysAnswer['known']): Gap[] {
  const gaps: Gap[] = []
  let open: Gap | null = null
  for (const day of span ? between(days, span.first, span.last) : []) {
    hoursOf(day).forEach((value, hour) => {
      if (value !== null) open = null
      else if (open) Object.assign(open, { to: day.day, toHour: hour, hours: open.hours + 1 })
      else gaps.push((open = { from: day.day, fromHour: hour, to: day.day, toHour: hour, hours: 1 }))
    })
  }
  return trimmed(gaps, days, span)
}

/** The first reading of all need not be at midnight, nor the last one before it. */
function trimmed(gaps: Gap[], days: Day[], span: DaysAnswer['known']): Gap[] {
  const first = days.find((day) => day.day === span?.first)
  const last = days.find((day) => day.day === span?.last)
  return gaps.filter((gap) => !(first && gap.from === first.day && gap.fromHour === 0) && !(last && gap.to === last.day && gap.toHour === 23))
}

/** Workdays whose night was above a share of their mean; on days off the two are alike, and nothing is wrong with that. */
export function nightsAbove(days: Day[], night: Night, share: number): string[] {
  return days.filter((day) => !isRest(day) && isWhole(day) && (balanceOf([day], night).ratio ?? 0) > share).map((day) => day.day)
}

/** Days off that used as much as a workday usually does. */
export function busyRestDays(days: Day[]): Day[] {
  const usual = percentile(days.filter((day) => isWhole(day) && !isRest(day)).map((day) => amountOf(day)!).sort((a, b) => a - b), 0.5)
  return usual === null ? [] : days.filter((day) => isRest(day) && (amountOf(day) ?? 0) >= usual)
}

/** Runs of neighbours for which something holds, as first and last index. */
export function runsOf<T>(items: readonly T[], holds: (item: T) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  items.forEach((item, at) => {
    if (!holds(item)) return
    const last = runs.at(-1)
    if (last && last.to === at - 1) last.to = at
    else runs.push({ from: at, to: at })
  })
  return runs
}

export const daysIn = (from: string, to: string) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1
export { plusDays }
