/** What the API tells of a meter's consumption (see the generated description of /api/energy/meters/{id}/intervals). */
export const grains = ['year', 'month', 'week', 'day', 'hour', 'quarterHour'] as const
export type Grain = (typeof grains)[number]

export interface From { first: string; last: string; newest: number; tariff: number; kgce: number; co2: number }
export interface Point {
  start: string
  end: string
  amount: number | null
  metered: number | null
  cost: number | null
  kgce: number | null
  co2: number | null
  covered: number
  marks: string[]
  from: From | null
}
export interface Entry { month: string; number: number; notedAt: string; amount: number; cost: number | null }
export interface Intervals { grain: Grain; points: Point[]; entries: Entry[] }
export interface Device {
  source: string | null
  heardAt: string | null
  lastAt: string | null
  lastValue: number | null
  tellsConsumption: boolean | null
  received: number
  failure: string | null
}
export interface Health { heardAt: string | null; failedAt: string | null; failure: string | null; failures: number; nextAt: string | null }
export interface Kept { at: string; since: string | null; value: number; unit: string; quality: string; received: number; receivedAt: string; source: string; batch: string }
export interface Balanced { start: string; parent: number; children: number; residual: number; allowed: number; verdict: 'WITHIN' | 'LESS_BELOW' | 'MORE_BELOW' | 'INCOMPLETE' }

/** Marks that say only how usual figures come about: a reader is not warned of them. */
const usual = new Set(['INTERPOLATED', 'NO_TARIFF', 'NO_KGCE', 'NO_CO2'])
export const notable = (marks: string[]) => marks.filter((mark) => !usual.has(mark))

const dayBefore = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const back = { week: 91, day: 30, hour: 2, quarterHour: 0 }

/** How far back one looks at first, by grain. */
export function spanOf(grain: Grain, last: string): { from: string; to: string } {
  const year = Number(last.slice(0, 4))
  if (grain === 'year') return { from: `${year - 9}-01-01`, to: last }
  if (grain === 'month') return { from: `${year - 1}-01-01`, to: last }
  return { from: dayBefore(last, back[grain]), to: last }
}

/** A closed month: what was booked, and what was learned since. */
export function corrected(entries: Entry[]): { month: string; booked: number | null; now: number; corrections: number }[] {
  const months = new Map<string, Entry[]>()
  for (const entry of entries) months.set(entry.month, [...(months.get(entry.month) ?? []), entry])
  return [...months].map(([month, all]) => ({
    month: month.slice(0, 7),
    booked: all.find((entry) => entry.number === 0)?.amount ?? null,
    now: all[all.length - 1]!.amount,
    corrections: all.filter((entry) => entry.number > 0).length,
  }))
}
