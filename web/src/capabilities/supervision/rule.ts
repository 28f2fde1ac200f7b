import type { Cell, Severity, Words } from '@/api/types'
import type { Clause } from './clause'

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

/** One number of a table: where, since when and for what it holds. */
export interface ParameterValue {
  region: string | null
  regionName: string | null
  validFrom: string | null
  validTo: string | null
  dims: Record<string, Cell>
  text: string | null
  value: number | null
  confidence: string | null
  source: string | null
  article: string | null
  note: string | null
  /** False while it waits to be confirmed. */
  used: boolean
}

export interface ParameterTable {
  id: string
  title: Words | string
  unit: string | null
  stricter: string | null
  dimensions: string[]
  /** How a dimension is called, and its codes; under `value` those of values that are text. */
  words: Record<string, { title: Words; codes: Record<string, Words> }>
  rows: ParameterValue[]
  /** Has values known from memory only, in use or not. */
  waits: boolean
  confirmed: { by: string; at: string; reason: string } | null
}

export interface RuleCase {
  name: Words
  asOf: string | null
  finds: Record<string, Cell>[]
}

export interface RuleView extends RuleItem {
  explain: Words | string
  remedy: Words | string
  parameters: ParameterTable[]
  dueDays: number
  sql: string
  cases: RuleCase[]
  switched: { by: string; at: string; reason: string } | null
  /** What of its clause it does not check. */
  unchecked: Words | null
  /** What could not be judged for want of data, and why. */
  unjudged: { reason: string; label: Words; objects: number }[]
}

export type RuleAnswer = { rule: RuleItem } & Omit<RuleView, keyof RuleItem>
export const wholeOf = ({ rule, ...rest }: RuleAnswer): RuleView => ({ ...rule, ...rest })

export interface Sweep {
  id: string | null
  state: 'NONE' | 'WAITING' | 'RUNNING' | 'DONE'
  startedAt: string | null
  finishedAt: string | null
  rulesDone: number
  rulesTotal: number
  /** Of the whole house: told to who sees it whole. */
  found: number | null
  mended: number | null
  failed: { rule: string; message: string | null }[]
}

export const isSweeping = (sweep: Sweep | null) => !!sweep && (sweep.state === 'WAITING' || sweep.state === 'RUNNING')

/** Everything a rule ever raised, in the order it is told: what still stands first. */
export const outcomes = ['open', 'mended', 'closed', 'dismissed'] as const
export const hitsOf = (rule: RuleItem) => outcomes.reduce((sum, outcome) => sum + rule.hits[outcome], 0)

const order = ['premises', 'fleet', 'energy', 'assets', 'reception', 'funds', 'datasecurity', 'organization']
const shelf = (module: string) => (order.indexOf(module) + 100) % 100

/** By module, and in it those with most to do first. */
export function shelves(rules: RuleItem[]): [string, RuleItem[]][] {
  const found = new Map<string, RuleItem[]>()
  for (const rule of rules) found.set(rule.module, [...(found.get(rule.module) ?? []), rule])
  return [...found].sort(([a], [b]) => shelf(a) - shelf(b)).map(([module, list]) => [module, list.sort((a, b) => b.hits.open - a.hits.open || a.id.localeCompare(b.id))])
}

export interface Matrix {
  across: string
  columns: string[]
  lines: { key: string[]; cells: Map<string, ParameterValue> }[]
  down: string[]
}

/**
 * A table of law is read as a matrix when one dimension has few values: levels down, ranks across. Only where every
 * cell is set once; a table that does not fit stays a list.
 */
export function matrixOf(table: ParameterTable): Matrix | null {
  if (table.dimensions.length !== 2 || table.rows.length < 4) return null
  const [first, second] = table.dimensions as [string, string]
  const distinct = (name: string) => [...new Set(table.rows.map((row) => String(row.dims[name] ?? '')))]
  const across = distinct(first).length <= distinct(second).length ? first : second
  const down = across === first ? second : first
  if (distinct(across).length > 7 || distinct(across).length < 2) return null
  const lines = new Map<string, Matrix['lines'][number]>()
  for (const row of table.rows) {
    const key = [String(row.dims[down] ?? ''), placeOf(row), row.validFrom ?? '']
    const line = lines.get(key.join('|')) ?? { key, cells: new Map<string, ParameterValue>() }
    const column = String(row.dims[across] ?? '')
    if (line.cells.has(column)) return null
    line.cells.set(column, row)
    lines.set(key.join('|'), line)
  }
  const filled = [...lines.values()].reduce((sum, line) => sum + line.cells.size, 0)
  // Sparse means that the values of the one belong to the other, as ranks do to levels: a list says that better.
  if (filled < lines.size * distinct(across).length * 0.6) return null
  return { across, columns: distinct(across), down: [down, 'region', 'validFrom'], lines: [...lines.values()] }
}

export const placeOf = (row: ParameterValue) => row.regionName ?? row.region ?? ''

/** Each source once, in the order of the rows. */
export const sourcesOf = (table: ParameterTable) => [...new Set(table.rows.map((row) => [row.source, row.article].filter(Boolean).join(' ')))].filter(Boolean)

/** What somebody who compares the numbers with the text should know, each once, with the place it is about. */
export const notesOf = (table: ParameterTable) => [...new Map(table.rows.flatMap((row) => (row.note ? [[row.note, placeOf(row)] as const] : [])))].map(([note, place]) => ({ note, place }))

/** The sentence a rule speaks, with its blanks apart from its words. */
export function partsOf(sentence: string): { slot: boolean; text: string }[] {
  return sentence.split(/(\{\w+(?::[a-z-]+)?\})/).filter(Boolean).map((part) => (/^\{.*\}$/.test(part) ? { slot: true, text: part.slice(1, -1).split(':')[0]! } : { slot: false, text: part }))
}
