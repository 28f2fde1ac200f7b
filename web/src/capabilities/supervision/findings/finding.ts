import type { Cell, FindingItem, FindingState, PaperTold, Words } from '@/api/types'
import type { Tone } from '@/ui/StatusTag.vue'
import type { Clause } from '../clause'
import type { LeftToOthers } from '../others'

/** One number the judgement stood on, as it was in force where and when it was judged. */
export interface ParameterInForce {
  parameter: string
  title?: Words | string | null
  /** What it depends on, in words. */
  dims?: (Words | Cell)[] | null
  value: Words | Cell
  unit: string | null
  source: string | null
  article?: string | null
  region?: string | null
  regionName?: string | null
  validFrom: string | null
  confidence?: string | null
}

export interface EvidenceColumn {
  name: string
  label: Words | string
  unit: string | null
}

export interface FindingEvent {
  at: string
  actor: { account: string; name: string } | null
  step: string
  stepName: Words | string
  from: FindingState | null
  /** Null where it did not move: a paper came or went. */
  to: FindingState | null
  note: string | null
  dueOn: string | null
  assignee: { account: string; name: string } | null
  /** What changed between two judgements. */
  details?: { before?: Judged; after?: Judged; reason?: Words; case?: string } | null
  paper?: PaperTold | null
}

interface Judged { actual?: Cell; limit?: Cell }

export interface FindingStep {
  step: string
  label: Words | string
  needsNote: boolean
  needsDueOn: boolean
  needsAssignee: boolean
  to: FindingState
}

export interface FindingView extends FindingItem {
  version: number
  basis: Clause[]
  parameters: ParameterInForce[]
  evidence: { columns: EvidenceColumn[]; rows: Record<string, unknown>[] }
  history: FindingEvent[]
  steps: FindingStep[]
  /** Where it was seen, and what was found of such a thing the other way. */
  related: { what: 'VISIT' | 'LEDGERS' | 'ON_SITE'; id: string; number: string }[]
  /** While the case is open the finding is dealt with there. */
  inCase: { id: string; number: string; open: boolean } | null
  mayOpenCase: boolean
  /** Why whoever looks may not review, close or dismiss it, who could otherwise. */
  leftToOthers: LeftToOthers | null
  remedy: Words | string | null
}

/** The server tells the line of the list and the rest of the page apart; the page speaks of one thing. */
export type FindingAnswer = { finding: FindingItem & { version: number } } & Omit<FindingView, keyof FindingItem | 'version'>
export const wholeOf = ({ finding, ...rest }: FindingAnswer): FindingView => ({ ...finding, ...rest })

export const openStates: FindingState[] = ['NEW', 'VERIFYING', 'EXPLAINING', 'RECTIFYING', 'REVIEWING']
export const isOpen = (finding: Pick<FindingItem, 'state'>) => openStates.includes(finding.state)

/** 说明 and 整改 are two ways through the same stage. */
export const stages: FindingState[][] = [['NEW'], ['VERIFYING'], ['EXPLAINING', 'RECTIFYING'], ['REVIEWING'], ['CLOSED']]

export type Place = 'past' | 'here' | 'ahead' | 'skipped'

/** How far a finding has come: the stages behind it, the one it is in, and those it never needed. */
export function placesOf(state: FindingState, history: Pick<FindingEvent, 'to'>[]): Place[] {
  const been = new Set<FindingState | null>(history.map((event) => event.to))
  const at = stages.findIndex((stage) => stage.includes(state))
  const ended = at < 0
  const last = ended ? Math.max(-1, ...stages.map((stage, n) => (stage.some((one) => been.has(one)) ? n : -1))) : at
  return stages.map((stage, n) => {
    if (n === at) return 'here'
    if (n > last) return ended ? 'skipped' : 'ahead'
    return n === 0 || stage.some((one) => been.has(one)) ? 'past' : 'skipped'
  })
}

/** The numbers of a finding as one bar: how long each part is, against the longer of the two. */
export interface Measure {
  actual: number
  limit: number
  /** Above a ceiling, or below a floor. */
  kind: 'above' | 'below'
  excess: number
  share: number | null
  scale: number
}

export function measureOf(finding: Pick<FindingItem, 'actual' | 'limit' | 'excess'>): Measure | null {
  const [actual, limit] = [figure(finding.actual), figure(finding.limit)]
  if (actual === null || limit === null || actual === limit) return null
  const kind = actual > limit ? 'above' : 'below'
  const excess = Math.abs(figure(finding.excess) ?? actual - limit)
  return { actual, limit, kind, excess, share: limit ? excess / Math.abs(limit) : null, scale: Math.max(actual, limit) * 1.06 }
}

function figure(value: Cell): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) && number >= 0 ? number : null
}

/** Shape and colour of an event in the history. */
export const eventTone: Record<string, Tone> = {
  FOUND: 'danger', FOUND_AGAIN: 'danger', REOPEN: 'danger', FAIL_REVIEW: 'warn', FACTS_CHANGED: 'warn', NOT_JUDGED: 'warn', MENDED: 'good', CLOSE: 'good', PASS_REVIEW: 'good', DISMISS: 'quiet', ASSIGN: 'quiet', STOP_REMINDING: 'quiet', PAPER_REMOVED: 'quiet',
}

/** The steps that settle a finding for good are asked about plainly; the first of the others is the one most wanted. */
export const settles = (step: FindingStep) => step.to === 'DISMISSED' || step.to === 'CLOSED'

export interface LinkedCell { kind: string; id: string; title: string }

/** A cell of the evidence may name an object, in itself or by an id beside it. */
export function linkOf(row: Record<string, unknown>, column: string): string | null {
  const value = row[column]
  if (isLinked(value)) return `/objects/${value.kind}/${value.id}`
  const id = row[`${column}_id`] ?? row[`${column}Id`]
  const kind = row[`${column}_kind`] ?? row[`${column}Kind`] ?? column
  return typeof id === 'string' && typeof kind === 'string' && objectKinds.has(kind) ? `/objects/${kind}/${id}` : null
}

const objectKinds = new Set(['division', 'institution', 'department', 'person', 'site', 'building', 'floor', 'room', 'vehicle', 'driver', 'meter'])
export const isLinked = (value: unknown): value is LinkedCell => typeof value === 'object' && value !== null && 'kind' in value && 'id' in value
