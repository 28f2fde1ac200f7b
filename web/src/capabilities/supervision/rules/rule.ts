import type { Cell, Severity, Words } from '@/api/types'
import type { Clause } from '../findings/finding'

export interface RuleItem {
  id: string
  code?: string | null
  module: string
  title: Words
  severity: Severity
  confidence: string
  enabled: boolean
  basis: Clause[]
  hits: { open: number; closed: number; dismissed: number; mended: number }
  lastRunAt: string | null
  lastRunMs: number | null
  lastError?: string | null
}

export interface ParameterTable {
  id: string
  title: Words | string
  unit: string | null
  confidence: string | null
  source: string | null
  dimensions: string[]
  rows: Record<string, Cell>[]
}

export interface RuleCase {
  name: Words | string
  asOf: string | null
  finds: unknown
  given?: unknown
}

export interface RuleView extends RuleItem {
  explain: Words | string
  remedy: Words | string
  parameters: ParameterTable[]
  sql: string
  cases: RuleCase[]
  switchReason?: string | null
  switchedBy?: string | null
}

export interface Sweep {
  id: string
  state: 'WAITING' | 'RUNNING' | 'DONE' | string
  startedAt: string | null
  finishedAt: string | null
  rulesDone: number
  rulesTotal: number
  found: number
  mended: number
  failed: { rule: string; message: string }[]
}

export const isSweeping = (sweep: Sweep | null) => !!sweep && (sweep.state === 'WAITING' || sweep.state === 'RUNNING')

/** Everything a rule ever raised, in the order it is told: what still stands first. */
export const outcomes = ['open', 'mended', 'closed', 'dismissed'] as const
export const hitsOf = (rule: RuleItem) => outcomes.reduce((sum, outcome) => sum + rule.hits[outcome], 0)

const order = ['premises', 'fleet', 'energy', 'organization']
const place = (module: string) => (order.indexOf(module) + 100) % 100

/** By module, and in it those with most to do first. */
export function shelves(rules: RuleItem[]): [string, RuleItem[]][] {
  const found = new Map<string, RuleItem[]>()
  for (const rule of rules) found.set(rule.module, [...(found.get(rule.module) ?? []), rule])
  return [...found].sort(([a], [b]) => place(a) - place(b)).map(([module, list]) => [module, list.sort((a, b) => b.hits.open - a.hits.open || a.id.localeCompare(b.id))])
}

export interface Matrix {
  across: string
  columns: string[]
  lines: { key: string[]; cells: Map<string, Cell> }[]
  down: string[]
}

/**
 * A table of law is read as a matrix when one dimension has few values: levels down, ranks across. Only where every
 * cell is set once; a table that does not fit stays a list.
 */
export function matrixOf(table: ParameterTable): Matrix | null {
  if (table.dimensions.length !== 2 || table.rows.length < 4) return null
  const [first, second] = table.dimensions as [string, string]
  const distinct = (name: string) => [...new Set(table.rows.map((row) => String(row[name] ?? '')))]
  const across = distinct(first).length <= distinct(second).length ? first : second
  const down = across === first ? second : first
  if (distinct(across).length > 7 || distinct(across).length < 2) return null
  const lines = new Map<string, Matrix['lines'][number]>()
  for (const row of table.rows) {
    const key = [String(row[down] ?? ''), String(row.region ?? ''), String(row.validFrom ?? '')]
    const line = lines.get(key.join('|')) ?? { key, cells: new Map<string, Cell>() }
    const column = String(row[across] ?? '')
    if (line.cells.has(column)) return null
    line.cells.set(column, row.value)
    lines.set(key.join('|'), line)
  }
  const filled = [...lines.values()].reduce((sum, line) => sum + line.cells.size, 0)
  // Sparse means that the values of the one belong to the other, as ranks do to levels: a list says that better.
  if (filled < lines.size * distinct(across).length * 0.6) return null
  return { across, columns: distinct(across), down: [down, 'region', 'validFrom'], lines: [...lines.values()] }
}

/** What a case expects, in one line: nothing, or what is found. */
export function findsOf(finds: unknown): Record<string, unknown>[] {
  if (Array.isArray(finds)) return finds.map((one) => (typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : { title: one }))
  return []
}

/** The sentence a rule speaks, with its blanks apart from its words. */
export function partsOf(sentence: string): { slot: boolean; text: string }[] {
  return sentence.split(/(\{\w+\})/).filter(Boolean).map((part) => (/^\{\w+\}$/.test(part) ? { slot: true, text: part.slice(1, -1) } : { slot: false, text: part }))
}
