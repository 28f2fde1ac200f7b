import type { Words } from '@/api/types'

export interface Metric {
  id: string
  title: Words
  dimension: { code: string; title: Words }
  subject: 'institution' | 'vehicle' | 'building'
  unit: Words
  formula: Words
  source: string
  risky: boolean
  sql: string
}

export interface Dictionary { asOf: string | null; finishedAt: string | null; ms: number | null; metrics: Metric[] }

export interface Figure {
  id: string
  title: string
  institution: { id: string; name: string }
  top: number | null
  bottom: number | null
  value: number
  standing: number | null
  z: number | null
}

export interface Spread { p05: number | null; q1: number | null; median: number | null; q3: number | null; p95: number | null; mad: number | null }
export interface Peers { like: Words[]; n: number; spread: Spread; figures: Figure[] }
export interface Comparison { metric: Metric; groups: Peers[] }

export interface Ranked {
  institution: { id: string; name: string }
  division: string | null
  all: number
  dimensions: { dimension: { code: string; title: Words }; score: number; figures: number }[]
}

export interface Contest { id: string; metric: string; value: number; reason: string; by: string; at: string; upheld: boolean | null; answer: string | null; answeredBy: string | null; answeredAt: string | null }
export interface Standing { metric: Metric; like: Words[]; n: number; spread: Spread; figure: Figure; contest: Contest | null }
export interface Profile { risk: Ranked; figures: Standing[]; mayContest: boolean; mayAnswer: boolean }

export const dimensions = ['PREMISES', 'FLEET', 'ENERGY', 'CONDUCT', 'MENDING', 'DATA']

/** Iglewicz and Hoaglin's bound for what is far off. */
export const farOff = (figure: Figure) => figure.z !== null && Math.abs(figure.z) > 3.5

/** Where a value lies between the ends of its group, 0 to 1; one that is far out does not squeeze the others. */
export function scaleOf(peers: Peers): (value: number) => number {
  const { p05, q1, q3, p95 } = peers.spread
  const values = peers.figures.map((one) => one.value)
  const reach = q1 === null || q3 === null ? Infinity : 3 * (q3 - q1) || Infinity
  const low = Math.min(p05 ?? Infinity, ...values.map((value) => Math.max(value, (q1 ?? value) - reach)))
  const high = Math.max(p95 ?? -Infinity, ...values.map((value) => Math.min(value, (q3 ?? value) + reach)))
  const width = high - low || 1
  return (value) => Math.min(1, Math.max(0, (value - low) / width))
}

export interface Tile { division: string; units: number; mean: number; worst: Ranked }

/** Units by division, the riskiest on the mean first. */
export function tilesOf(ranked: Ranked[]): Tile[] {
  const found = new Map<string, Ranked[]>()
  for (const one of ranked) found.set(one.division ?? '—', [...(found.get(one.division ?? '—') ?? []), one])
  return [...found].map(([division, units]) => ({ division, units: units.length, mean: units.reduce((sum, one) => sum + one.all, 0) / units.length, worst: units.reduce((a, b) => (b.all > a.all ? b : a)) })).sort((a, b) => b.mean - a.mean)
}
