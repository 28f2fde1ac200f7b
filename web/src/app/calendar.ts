import { shallowRef, type ShallowRef } from 'vue'
import { http } from '@/app/http'

export type NamedKind = 'HOLIDAY' | 'MAKE_UP_WORKDAY'

/** Days that are not what their weekday says, and the years whose notice is not known yet. */
export interface Calendar {
  named: Map<string, { kind: NamedKind; name: string }>
  uncovered: Set<number>
}

const empty: Calendar = { named: new Map(), uncovered: new Set() }
const known = shallowRef<Calendar>(empty)
let asked: Promise<void> | null = null

const iso = (day: Date) => day.toISOString().slice(0, 10)
export const plusDays = (date: string, n: number) => iso(new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000))
export const todayHere = (now = new Date()) => iso(new Date(now.getTime() + 8 * 3_600_000))

/** The house's calendar for some years around today: small, so it is read once. */
export function useCalendar(): ShallowRef<Calendar> {
  const year = Number(todayHere().slice(0, 4))
  asked ??= http.get<{ days: { date: string; kind: NamedKind; name: string }[]; uncovered: number[] }>('calendar/days', { from: `${year - 6}-01-01`, to: `${year + 2}-12-31` }).then(
    ({ days, uncovered }) => void (known.value = { named: new Map(days.map(({ date, kind, name }) => [date, { kind, name }])), uncovered: new Set(uncovered) }),
    () => void (asked = null),
  )
  return known
}

export function isWorkday(date: string, calendar: Calendar): boolean {
  const named = calendar.named.get(date)
  if (named) return named.kind === 'MAKE_UP_WORKDAY'
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Workdays after today up to and including a date; covered is false where a year's notice is not known. */
export function workdaysUntil(date: string, calendar: Calendar, today = todayHere()): { days: number; covered: boolean } {
  let days = 0
  for (let day = plusDays(today, 1); day <= date; day = plusDays(day, 1)) if (isWorkday(day, calendar)) days++
  return { days, covered: !calendar.uncovered.has(Number(date.slice(0, 4))) }
}

/** The n-th workday after today. */
export function dayAfter(n: number, calendar: Calendar, today = todayHere()): string {
  let day = today
  for (let left = n; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkday(day, calendar)) left--
  }
  return day
}
