import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { Words } from '@/api/types'

export interface Unit { id: string; name: string }
export interface BoardFigure { metric: { id: string; title: Words; unit: Words; formula: Words; source: string }; value: number; of: number | null; before: number | null }
export interface WorstUnit { institution: Unit; weight: number; open: number; late: number; risk: number | null }
export interface WorstRule { id: string; title: Words; severity: 'VIOLATION' | 'SUSPICION'; weight: number; open: number; units: number }
export interface Late { institution: Unit; person: { account: string; name: string } | null; findings: number; cases: number; since: string; workdays: number }
export interface Better { institution: Unit; settled: number; before: number }
export interface Span { before: string; from: string; to: string }
export interface BoardMonth { month: string; found: number; settled: number }

export interface Board {
  asOf: string
  unit: Unit | null
  figures: BoardFigure[]
  units: WorstUnit[]
  rules: WorstRule[]
  late: Late[]
  better: Better[]
  span: Span
  months: BoardMonth[]
}

/** A figure leads to what it counts and to nothing else: reminders are not counted, units without those below them. */
const counted = ['VIOLATION', 'SUSPICION']
const settled = ['CLOSED', 'MENDED']
const list = (query: LocationQueryRaw): RouteLocationRaw => ({ path: '/findings', query: { severity: counted, ...query } })
const within = (institution: string | null): LocationQueryRaw => (institution ? { institution } : {})
const alone = (institution: string): LocationQueryRaw => ({ institution, own: 'true' })

export const openOf = (institution: string | null) => list({ ...within(institution), state: 'OPEN' })
export const openOfUnit = (institution: string) => list({ ...alone(institution), state: 'OPEN' })
export const lateOf = (institution: string | null) => list({ ...within(institution), state: 'OPEN', overdue: 'true' })
export const lateOfUnit = (institution: string) => list({ ...alone(institution), state: 'OPEN', overdue: 'true' })
export const ofRule = (rule: string, institution: string | null) => list({ ...within(institution), state: 'OPEN', rule })
export const lateWith = (one: Late) => list({ ...alone(one.institution.id), state: 'OPEN', overdue: 'true', assignee: one.person?.account ?? 'none' })
export const lateCasesWith = (one: Late): RouteLocationRaw => ({ path: '/cases', query: { ...alone(one.institution.id), assignee: one.person?.account ?? 'none', view: 'late' } })
export const lateCases = (institution: string | null): RouteLocationRaw => ({ path: '/cases', query: { ...within(institution), view: 'late' } })
export const settledIn = (from: string, to: string, institution: string | null) => list({ ...within(institution), state: settled, 'settledOn.from': from, 'settledOn.to': to })
export const settledBy = (from: string, to: string, institution: string) => list({ ...alone(institution), state: settled, 'settledOn.from': from, 'settledOn.to': to })
export const foundIn = (month: string, institution: string | null) => list({ ...within(institution), 'firstSeen.from': `${month}-01`, 'firstSeen.to': lastDay(month) })
export const settledInMonth = (month: string, institution: string | null) => settledIn(`${month}-01`, lastDay(month), institution)

export const lastDay = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
export const spanBefore = (span: Span) => ({ from: span.before, to: dayBefore(span.from) })

/** What part of the whole the first few hold; null where they are all there is. */
export function shareOf(weights: number[], whole: number, few: number): number | null {
  return weights.length > few && whole > 0 ? weights.slice(0, few).reduce((sum, one) => sum + one, 0) / whole : null
}

export const figureOf = (board: Board, id: string) => board.figures.find((one) => one.metric.id === id)!

/** Nothing is open, and nothing was ever settled. */
export const isBlank = (board: Board) => !board.units.length && !board.late.length && !board.better.length && board.months.every((one) => !one.found && !one.settled)
