import type { ColumnKind } from '@/api/types'

interface Preset { label: string; from: string; to: string }

const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** Spans that offices ask for: this month, last month, this year, last year. */
export function rangePresets(kind: ColumnKind, now = new Date()): Preset[] {
  const today = new Date(now.getTime() + 8 * 3_600_000)
  const year = today.getUTCFullYear()
  const month = today.getUTCMonth()
  const cut = (text: string) => (kind === 'MONTH' ? text.slice(0, 7) : text)
  const span = (label: string, from: string, to: string) => ({ label, from: cut(from), to: cut(to) })
  return [
    span('filter.thisMonth', iso(year, month, 1), iso(year, month + 1, 0)),
    span('filter.lastMonth', iso(year, month - 1, 1), iso(year, month, 0)),
    span('filter.thisYear', iso(year, 0, 1), iso(year, 11, 31)),
    span('filter.lastYear', iso(year - 1, 0, 1), iso(year - 1, 11, 31)),
  ]
}
