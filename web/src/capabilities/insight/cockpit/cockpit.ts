import type { Severity, Unit, Words } from '@/api/types'

/** One figure of what is held, with the list that it counts. */
export interface Holding {
  key: string
  label: Words | string
  value: number | null
  unit: string | null
  href: string
  definition?: Words | string
}

export interface Totals { open: number; violation: number; suspicion: number; reminder: number; lapsed: number; unseen: number; verifying: number; explaining: number; rectifying: number; reviewing: number; overdue: number; closedThisMonth: number; mendedThisMonth: number }
export interface ByRule { rule: string; code?: string; title: Words; module: string; severity: Severity; open: number }
export interface ByInstitution { id: string; name: string; open: number; violation: number; overdue: number }
export interface FindingMonth { month: string; opened: number; closed: number; open: number }
export interface EnergyMonth { month: string; electricity: number | null; lastYear: number | null }
export interface FleetMonth { month: string; km: number; litres: number; amount: number }
export interface UseTotal { use: string; rooms: number; area: number }

export interface Cockpit {
  asOf: string
  unit: Unit | null
  holdings: Holding[]
  findings: Totals
  byRule: ByRule[]
  byInstitution: ByInstitution[]
  trend: FindingMonth[]
  energyTrend: EnergyMonth[]
  fleetTrend: FleetMonth[]
  roomUse: UseTotal[]
  idle: { rooms: number; area: number; vehicles: number }
}

/** Nothing has been brought in yet: the house has no objects, whatever institutions it may know. */
export const isBlank = (cockpit: Cockpit) => cockpit.holdings.filter((holding) => holding.key !== 'institutions').every((holding) => !Number(holding.value))

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** The same months of both years, so that a year that is not over is not said to have saved energy. */
export function energyChange(months: EnergyMonth[]): { total: number; before: number; change: number; first: string; last: string } | null {
  const both = months.filter((month) => month.electricity !== null && month.lastYear !== null && month.lastYear > 0)
  if (!both.length) return null
  const total = sum(both.map((month) => month.electricity))
  const before = sum(both.map((month) => month.lastYear))
  return { total, before, change: total / before - 1, first: both[0]!.month, last: both.at(-1)!.month }
}

/** Whether the pile of open findings grows, and since how many months it has not changed its mind. */
export function pileOf(months: FindingMonth[]): { open: number; way: 'rising' | 'falling' | 'level'; months: number } | null {
  const last = months.at(-1)
  if (!last || months.length < 2) return null
  const steps = months.slice(1).map((month, at) => Math.sign(month.open - months[at]!.open))
  const sign = steps.at(-1)!
  let run = 0
  for (let at = steps.length - 1; at >= 0 && steps[at] === sign; at--) run++
  return { open: last.open, way: sign > 0 ? 'rising' : sign < 0 ? 'falling' : 'level', months: run }
}

/** Litres per 100 km of the whole fleet; null for months without driving, or with so little that one filling decides. */
export function thirst(month: FleetMonth, _at: number, months: FleetMonth[]): number | null {
  const usual = Math.max(...months.map((one) => one.km))
  return month.litres > 0 && month.km > usual / 10 ? (month.litres / month.km) * 100 : null
}

export function fleetYear(months: FleetMonth[]): { km: number; litres: number; thirst: number | null; change: number | null } | null {
  const driven = months.filter((month) => month.km > 0)
  if (!driven.length) return null
  const half = (part: FleetMonth[]) => {
    const [km, litres] = [sum(part.map((month) => month.km)), sum(part.map((month) => month.litres))]
    return km > 0 && litres > 0 ? (litres / km) * 100 : null
  }
  const middle = Math.floor(months.length / 2)
  const [before, after] = [half(months.slice(0, middle)), half(months.slice(middle))]
  return { km: sum(months.map((month) => month.km)), litres: sum(months.map((month) => month.litres)), thirst: half(months), change: before && after ? after / before - 1 : null }
}

/** Whose turn it is: an institution explains and rectifies, whoever supervises verifies and reviews. */
export const turnOf = (may: (permission: string) => boolean) =>
  may('finding.verify') ? { key: 'verify', states: ['NEW', 'VERIFYING', 'REVIEWING'] } : { key: 'rectify', states: ['EXPLAINING', 'RECTIFYING'] }
