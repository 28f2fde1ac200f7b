import type { Code, Ledger, Words } from '@/api/types'
import type { Tone } from '@/ui/StatusTag.vue'

export interface Person { account: string; name: string }
export interface Assignee extends Person { verifies: boolean }
export interface Institution { id: string; name: string }
export type CampaignState = 'PLANNED' | 'RUNNING' | 'FINISHED'
export type VisitState = 'OPEN' | 'DONE' | 'DROPPED'
export type Result = 'PASS' | 'FAIL' | 'NOT_APPLICABLE' | 'NOTED'

export interface Item { code: string; title: Words; kind: 'YES_NO' | 'NUMBER' | 'TEXT'; photo: 'NONE' | 'ON_FAILURE' | 'ALWAYS'; clause: string; unit: string | null; most: boolean }
export interface ChecklistItem extends Item { weight: number; confirmed: boolean; parameter: string | null }
export interface Checklist { id: string; version: number; title: Words; basis: string; items: ChecklistItem[] }
export interface Asked extends Item { limit: { value: number; clause: string } | null }

export interface CampaignItem {
  id: string
  version: number
  number: string
  title: string
  institution: Institution
  state: CampaignState
  checklist: string
  startsOn: string
  endsOn: string
  wanted: number
  visits: number
  done: number
  failed: number
  score: number | null
}
export interface CampaignsPage { items: CampaignItem[]; next: string | null; total: number }

export interface Drawn { n: number; seed: string; algorithm: string; reason: string | null; drawnAt: string; drawnBy: Person; wanted: number; frame: number; frameHash: string }
export interface Weighed { id: string; name: string; stratum: string; stratumName: Words; score: number | null; weight: number; key: number; chosen: boolean }

export interface Line {
  id: string
  version: number
  institution: Institution
  stratum: Words
  campaign: string
  title: string
  dueOn: string
  inspector: Person
  state: VisitState
  answered: number
  failed: number
  doneAt: string | null
  score: number | null
  note: string | null
}

export interface CampaignWhole {
  item: CampaignItem
  purpose: string
  basis: string
  kinds: Words[]
  inspectors: Person[]
  items: ChecklistItem[]
  draws: Drawn[]
  visits: Line[]
  conclusion: string | null
  finishedAt: string | null
  finishedBy: Person | null
  digest: string | null
}

export interface FindingRef { id: string; number: string }

export interface Answered {
  item: string
  title: Words
  clause: string
  n: number
  result: Result
  number: number | null
  limit: number | null
  unit: string | null
  text: string | null
  note: string | null
  photos: string[]
  saidAt: string
  finding: FindingRef | null
  /** What a rule had found in the ledgers of such a thing. */
  inLedgers: FindingRef | null
}
export interface Visit { line: Line; items: Asked[]; answers: Answered[]; mine: boolean }

/** Of one kind of institution, or of all. */
export interface Spread { stratum: Words | null; visits: number; least: number | null; q1: number | null; median: number | null; q3: number | null; most: number | null }
export interface ItemCount { code: string; title: Words; clause: string; passed: number; failed: number; notApplicable: number; inLedgers: number }
export interface Failure { visit: string; institution: string; title: Words; clause: string; number: number | null; limit: number | null; unit: string | null; note: string | null; photos: number; inLedgers: boolean }
export interface Report { campaign: CampaignWhole; lines: Line[]; spreads: Spread[]; items: ItemCount[]; failures: Failure[]; digest: string }

export const toneOfCampaign: Record<CampaignState, Tone> = { PLANNED: 'quiet', RUNNING: 'busy', FINISHED: 'good' }
export const toneOfVisit: Record<VisitState, Tone> = { OPEN: 'busy', DONE: 'good', DROPPED: 'quiet' }
export const toneOfResult: Record<Result, Tone> = { PASS: 'good', FAIL: 'danger', NOT_APPLICABLE: 'quiet', NOTED: 'quiet' }

/** Whether a number holds, as the server will judge it: told before anything is sent. */
export function holds(item: Asked, number: number | null): boolean | null {
  if (number === null || !item.limit) return null
  return item.most ? number <= item.limit.value : number >= item.limit.value
}

/** What becomes of a visit that is not made by whom it was drawn for. */
export type Settling = 'drop' | 'give'

export function settlingOf(how: Settling, visit: string, answer: string) {
  return how === 'drop'
    ? { method: 'post' as const, path: `supervision/visits/${visit}/drop`, body: { reason: answer.trim() } }
    : { method: 'put' as const, path: `supervision/visits/${visit}/inspector`, body: { inspector: answer } }
}

/** Who only explains and puts right is not sent to inspect. */
export const inspectorsOf = (people: Assignee[]): Person[] => people.filter((one) => one.verifies)

/** Not whoever makes it now; who may not in this place is refused by the server with the reason. */
export const successors = (people: Person[], line: Line) => people.filter((one) => one.account !== line.inspector.account)

/** The kinds of institutions there are, as the ledger of institutions words them. */
export const kindsOf = (ledger: Ledger | undefined): Code[] => ledger?.columns.find((column) => column.name === 'kind')?.codes ?? []

/** A seed that nobody could have chosen for what it draws: shown, and kept with the draw. */
export function freshSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
