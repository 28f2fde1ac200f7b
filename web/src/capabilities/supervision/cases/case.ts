import type { Words } from '@/api/types'
import type { Tone } from '@/ui/StatusTag.vue'
import type { LeftToOthers } from '../others'

export const stages = ['ALERT', 'VERIFYING', 'EXPLAINING', 'RECTIFYING', 'REVIEWING', 'SETTLING', 'CLOSED'] as const
export type Stage = (typeof stages)[number] | 'MERGED'

/** The trays of the inbox. */
export const trays = ['waiting', 'mine', 'late', 'escalated', 'open', 'closed'] as const
export type Tray = (typeof trays)[number]

export interface Person { account: string; name: string }

export interface CaseItem {
  id: string
  number: string
  version: number
  stage: Stage
  stageName: Words
  institution: { id: string; name: string }
  rules: Words[]
  findings: number
  /** Neither mended nor a false alarm. */
  standing: number
  openedAt: string
  dueOn: string | null
  workdaysLeft: number | null
  overdue: boolean
  escalated: boolean
  /** Something waits to be decided that the house proposes. */
  proposed: boolean
  assignee: Person | null
}

export interface CaseStep {
  step: string
  label: Words
  to: Stage
  toName: Words
  needsNote: boolean
  takesDueOn: boolean
  needsDueOn: boolean
  needsAssignee: boolean
  /** The last day that may be named. */
  dueOn: string | null
}

export interface CaseEvent {
  at: string
  actor: Person | null
  step: string
  stepName: Words
  from: Stage | null
  to: Stage
  note: string | null
  dueOn: string | null
  assignee: Person | null
  cases: string[]
}

export interface Proposal {
  id: string
  kind: string
  reasons: { standing: number; mended: number; dismissed: number }
  madeAt: string
  goneAt: string | null
  decidedAt: string | null
  decidedBy: Person | null
  accepted: boolean | null
  note: string | null
  mayDecide: boolean
}

export interface Guidance { id: string; matter: Words; source: string; article: string; confidence: string; measures: { when: Words; measure: Words }[] }
export interface CaseRef { id: string; number: string }
export interface CaseSuspicion { kind: string; subject: string; score: number; records: number; asOf: string; signs: number }

export interface CaseWhole {
  item: CaseItem
  mergedInto: CaseRef | null
  splitFrom: CaseRef | null
  merged: CaseRef[]
  split: CaseRef[]
  suspicions: CaseSuspicion[]
  proposals: Proposal[]
  history: CaseEvent[]
  steps: CaseStep[]
  /** Why whoever looks may not review or close it, who could otherwise. */
  leftToOthers: LeftToOthers | null
  mayWork: boolean
  guidance: Guidance[]
}

/** What narrows a tray down, as the address says it. */
export interface CaseFilter { institution?: string; own?: string; assignee?: string }
export function filterOf(query: Record<string, unknown>): CaseFilter {
  const of = (name: string) => (typeof query[name] === 'string' && query[name] ? query[name] : undefined)
  const institution = of('institution')
  return { institution, own: institution && of('own') === 'true' ? 'true' : undefined, assignee: of('assignee') }
}
export const narrowed = (filter: CaseFilter) => Boolean(filter.own || filter.assignee)

export interface CasesPage { items: CaseItem[]; next: string | null; total: number; counts: Record<Tray, number> }

export interface PackageRequest {
  id: string
  purpose: string
  reason: string
  state: 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'TAKEN' | 'EXPIRED'
  requestedBy: Person
  requestedAt: string
  expiresAt: string
  decidedBy: Person | null
  note: string | null
  mine: boolean
  mayDecide: boolean
}

export const isOpen = (one: Pick<CaseItem, 'stage'>) => one.stage !== 'CLOSED' && one.stage !== 'MERGED'

const tones: Record<Stage, Tone> = { ALERT: 'danger', VERIFYING: 'busy', EXPLAINING: 'warn', RECTIFYING: 'warn', REVIEWING: 'busy', SETTLING: 'busy', CLOSED: 'good', MERGED: 'quiet' }
export const toneOf = (stage: Stage): Tone => tones[stage]

export type Place = 'past' | 'here' | 'ahead' | 'skipped'

/** How far a case has come: a stage it never needed is neither behind it nor ahead. */
export function placesOf(stage: Stage, history: Pick<CaseEvent, 'to'>[]): Place[] {
  const been = new Set<Stage>(history.map((event) => event.to))
  const at = stages.findIndex((one) => one === stage)
  return stages.map((one, n) => (n === at ? 'here' : n > at ? 'ahead' : been.has(one) ? 'past' : 'skipped'))
}

/** What settles the case for good comes last; the first of the others is the one most wanted. */
export const isAside = (step: CaseStep) => ['ASSIGN', 'EXTEND', 'CLOSE_EARLY', 'REOPEN'].includes(step.step)
