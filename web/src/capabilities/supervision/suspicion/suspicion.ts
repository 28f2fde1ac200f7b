import type { Words } from '@/api/types'

export const kinds = ['vehicle', 'driver', 'institution'] as const
export type Kind = (typeof kinds)[number]

export interface Suspect {
  kind: Kind
  id: string
  title: string
  institution: { id: string; name: string }
  /** Of a vehicle or driver a probability; of a unit how many of its vehicles are to be expected to have something to it. */
  score: number
  records: number
  vehicles: number
  byModel: { model: string; title: Words; score: number; records: number }[]
  byEvidence: { evidence: string; title: Words; p: number; records: number }[]
}

export interface Ranking {
  asOf: string | null
  finishedAt: string | null
  ms: number | null
  items: Suspect[]
  total: number
}

export interface Contribution {
  model: string
  signal: Words
  evidence: Words
  vehicle: { id: string; title: string }
  record: string
  seenOn: string
  weight: number
  counts: boolean
  finding: { id: string; number: string; rule: Words } | null
  told: Words | null
  innocent: Words
}

export interface SuspicionModel {
  id: string
  title: Words
  tells: Words
  signals: { code: string; title: Words; evidence: Words; rule: string | null; weight: number | null; innocent: Words }[]
  sql: string
}

/** A unit is ranked by how many vehicles are to be expected; how large a share that is stands beside it. */
export const shareOf = (one: Suspect) => one.score / Math.max(1, one.vehicles)

/** As many as fit on the longest bar; probabilities are measured against certainty. */
export const longest = (kind: Kind, items: Suspect[]) => (kind === 'institution' ? Math.max(1, ...items.map((one) => one.score)) : 1)

/** What would show that there is nothing to it: each once, those that weigh most first. */
export function innocents(contributions: Contribution[]): { signal: Words; innocent: Words; times: number; weight: number }[] {
  const found = new Map<string, { signal: Words; innocent: Words; times: number; weight: number }>()
  for (const one of contributions) {
    const key = `${one.model} ${one.signal.en}`
    const known = found.get(key) ?? { signal: one.signal, innocent: one.innocent, times: 0, weight: one.weight }
    found.set(key, { ...known, times: known.times + 1 })
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight)
}
