import type { FindingItem, Words } from '@/api/types'
import type { Clause } from '../clause'

export interface Line {
  finding: FindingItem
  clauses: Clause[]
  remedy: string
  workdaysLeft: number
  inCase: { id: string; number: string } | null
}

export interface ToMend {
  institution: { id: string; name: string }
  asOf: string
  total: number
  late: number
  reminders: number
  lines: Line[]
  contacts: { name: string; office: string | null }[]
}

/** Of the list of cases: those in which the unit has the word. */
export interface Owed { id: string; number: string; stage: string; stageName: Words; rules: Words[]; dueOn: string | null; workdaysLeft: number | null; overdue: boolean }

/** Of the risk profile: where a figure stands among its like. */
export interface Place { metric: { id: string; title: Words; unit: Words }; n: number; spread: { median: number | null }; figure: { value: number; standing: number | null } }

/** Fewer than five are neither comparable nor hidden among each other: of them nothing is said. */
export const placesShown = (places: Place[]) => places.filter((one) => one.n >= 5 && one.figure.standing !== null && one.spread.median !== null)

export type Due = { key: 'late' | 'lateSoon' | 'today' | 'soon' | 'left'; n: number; late: boolean }

/** A day off between now and then is no day to work on: it may be late, or nearly due, without a workday in between. */
export function dueOf(workdays: number, dueOn: string, today: string): Due {
  if (dueOn < today) return workdays < 0 ? { key: 'late', n: -workdays, late: true } : { key: 'lateSoon', n: 0, late: true }
  if (dueOn === today) return { key: 'today', n: 0, late: false }
  return workdays > 0 ? { key: 'left', n: workdays, late: false } : { key: 'soon', n: 0, late: false }
}

/** Ninety days up to a day, that day included. */
export const spanTo = (day: string) => ({ 'settledOn.from': new Date(Date.parse(`${day}T00:00:00Z`) - 89 * 86_400_000).toISOString().slice(0, 10), 'settledOn.to': day })
