export type StepKind = 'MERGE' | 'MOVE' | 'RENAME'
export type State = 'DRAFT' | 'PLANNED' | 'APPLIED' | 'UNDONE'
export interface Step { kind: StepKind; institution: string; target?: string; name?: string; institutionName?: string; targetName?: string }
export interface Person { account: string; name: string | null }
export interface Reorganization {
  id: string
  version: number
  name: string
  approvalNo: string
  effectiveOn: string
  state: State
  steps: Step[]
  createdBy: Person
  createdAt: string
  appliedBy: Person | null
  appliedAt: string | null
  undoneBy: Person | null
  undoneAt: string | null
  problem: string | null
}
export interface OfLedger { ledger: string; path: string; title: { zh: string; en: string }; goes: number; anew: number; ends: number; stays: number }
export interface Outcome {
  ledgers: OfLedger[]
  codes: { ledger: { zh: string; en: string }; was: string; becomes: string }[]
  rights: { account: string; name: string; gains: string[]; loses: string[] }[]
  fingerprint: string
}

/** A step while it is being written: units as chosen, by id and name. */
export interface Written { kind: StepKind; unit: { id: string; name: string } | null; other: { id: string; name: string } | null; name: string }

export const blank = (): Written => ({ kind: 'MERGE', unit: null, other: null, name: '' })
export const isWhole = (step: Written) => !!step.unit && (step.kind === 'RENAME' ? !!step.name.trim() : !!step.other)

export function toStep(step: Written): Step {
  const institution = step.unit!.id
  return step.kind === 'RENAME' ? { kind: step.kind, institution, name: step.name.trim() } : { kind: step.kind, institution, target: step.other!.id }
}

export function toWritten(step: Step): Written {
  return {
    kind: step.kind,
    unit: { id: step.institution, name: step.institutionName ?? '' },
    other: step.target ? { id: step.target, name: step.targetName ?? '' } : null,
    name: step.name ?? '',
  }
}
