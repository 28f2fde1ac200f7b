import type { Words } from '@/api/types'
import { say } from '@/app/i18n'
import { number } from '@/ui/format'
import type { Figure } from '@/ui/chart/figure'
import type { ParameterTable, ParameterValue } from '../rule'

export type Side = 'PRESENT' | 'OTHER'
export type Change = 'ADDED' | 'REMOVED' | 'SAME'
export interface Proposal { parameter: string; division: string | null; dims: Record<string, string>; value: number }

export interface Trial {
  id: string
  rule: { id: string; title: Words; subject: string }
  wish: { kind: 'BACK_TEST' | 'COMPARISON' | 'SHADOW'; rule: string; hash: string; otherHash: string | null; proposals: Proposal[]; institution: string | null }
  part: { id: string; name: string } | null
  days: number
  standing: { state: 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED'; daysDone: number }
  course: { by: string; at: string; reason: string | null; finishedAt: string | null; endedBy: string | null; endReason: string | null }
}

export interface Day { day: string; side: Side; found: number; units: number; added: number | null; gone: number | null; ms: number; entered: number; altered: number; error: string | null }

export interface WholeTrial {
  trial: Trial
  days: Day[]
  facts: { relation: string; comment: string | null; how: 'SPANS' | 'DAYS' | 'NOW' }[]
  overlaps: { rule: Trial['rule']; subjects: number }[]
  decided: { side: Side; confirmed: number; dismissed: number; undecided: number; never: number }[]
}

export interface Subject { id: string; title: string | null; unit: { id: string; name: string }; episode: string; actual: number | null; limit: number | null; otherLimit: number | null; present: boolean; other: boolean }
export interface UnitCount { unit: { id: string; name: string }; present: number; other: number }
export interface Version { hash: string; loadedAt: string; inUse: boolean; ruleYml: string; findSql: string; unjudgedSql: string | null; cases: string }
export interface Counted { foretold: boolean; found: number; lenient: boolean; regions: { region: string; always: number; stops: number[] }[] }

export const isOver = (trial: Trial) => trial.standing.state === 'DONE' || trial.standing.state === 'CANCELLED'
export const isShadow = (trial: Trial) => trial.wish.kind === 'SHADOW'
export const hasOther = (trial: Trial) => !!trial.wish.otherHash || trial.wish.proposals.length > 0

/** How much is found for a value, region by region, from where each stops being found. */
export function countAt(counted: Counted, value: number): { region: string; n: number }[] {
  return counted.regions.map(({ region, always, stops }) => ({ region, n: always + stops.filter((stop) => (counted.lenient ? value < stop : value > stop)).length }))
}

/** Numbers of a rule that can be tried: in force now, with a direction that the law knows. */
export const triable = (table: ParameterTable): ParameterValue[] => table.rows.filter((row) => row.value !== null && row.used && !row.validTo)

export const dimsOf = (row: ParameterValue) => Object.fromEntries(Object.entries(row.dims).map(([name, value]) => [name.replace('#', ''), String(value)]))

export function rowName(table: ParameterTable, row: ParameterValue, nation: string): string {
  const parts = Object.entries(row.dims).map(([name, value]) => { const word = table.words[name]?.codes[String(value)]; return word ? say(word) : String(value) })
  return [...parts, row.regionName ?? row.region ?? (parts.length ? '' : nation)].filter(Boolean).join(' · ')
}

/** A range around a number in which people would move it, in steps that read well. */
export function rangeOf(value: number): { from: number; to: number; step: number } {
  if (value === 0) return { from: 0, to: 10, step: 1 }
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) / 20))
  const tidy = (at: number) => Number((Math.round(at / step) * step).toPrecision(12))
  return { from: tidy(Math.min(value * 0.5, value * 1.5)), to: tidy(Math.max(value * 0.5, value * 1.5)), step }
}

export function figureOf(whole: WholeTrial, words: { title: string; note: string; unit: string; by: string; present: string; other: string }): Figure {
  const days = [...new Set(whole.days.map((one) => one.day))]
  const values = (side: Side) => days.map((day) => { const at = whole.days.find((one) => one.day === day && one.side === side); return at && !at.error ? at.found : null })
  return {
    kind: 'line', title: words.title, note: words.note, unit: words.unit, scale: 0, by: words.by, labels: days,
    series: hasOther(whole.trial)
      ? [{ name: words.present, values: values('PRESENT'), role: 'compare' }, { name: words.other, values: values('OTHER'), role: 'main' }]
      : [{ name: words.present, values: values('PRESENT'), role: 'main' }],
  }
}

/** Share of those decided that were right; null while nobody has decided. */
export function precisionOf(one: { confirmed: number; dismissed: number }): number | null {
  const decided = one.confirmed + one.dismissed
  return decided ? one.confirmed / decided : null
}

export interface Line { kind: 'same' | 'added' | 'removed'; text: string }

/** What changed in a text, line by line: the longest lines in common stay. */
export function diff(before: string, after: string): Line[] {
  const a = before.split('\n')
  const b = after.split('\n')
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const lines: Line[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { lines.push({ kind: 'same', text: a[i++]! }); j++ }
    else if (i < a.length && (j >= b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) lines.push({ kind: 'removed', text: a[i++]! })
    else lines.push({ kind: 'added', text: b[j++]! })
  }
  return lines
}

/** Only what changed, with the lines around it. */
export function around(lines: Line[], context = 2): (Line | null)[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== 'same'))
  const shown: (Line | null)[] = []
  lines.forEach((line, at) => { if (near[at]) shown.push(line); else if (shown.length && shown[shown.length - 1] !== null) shown.push(null) })
  return shown
}

export const proposalText = (proposal: Proposal, nation: string) => `${proposal.parameter} → ${number(proposal.value)} (${proposal.division ?? nation})`
