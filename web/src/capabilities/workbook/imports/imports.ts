import type { ImportRun, ImportState } from '@/api/types'

export type ImportSheet = ImportRun['sheets'][number]

export interface ImportProblem {
  id: number
  sheet: string
  row: number
  column: string | null
  columnLabel: string | null
  value: string | null
  severity: 'ERROR' | 'WARNING'
  message: string
  allowed: string | null
}

/** The same thing wrong in the same column: mended once, mended everywhere. */
export interface ProblemKind {
  sheet: string
  column: string | null
  columnLabel: string | null
  severity: 'ERROR' | 'WARNING'
  message: string
  rows: number
}

/** The four steps a workbook goes through, and which of them a run stands in. */
export const steps = ['choose', 'check', 'decide', 'done'] as const
export type Step = (typeof steps)[number]

const stepByState: Record<ImportState, Step> = {
  WAITING: 'check', CHECKING: 'check', CHECKED: 'decide', APPLYING: 'decide', APPLIED: 'done', UNDOING: 'done', UNDONE: 'done', FAILED: 'check', CANCELLED: 'check',
}
export const stepOf = (run: ImportRun): Step => stepByState[run.state]

/** A sheet whose head fits no ledger is read over: the notes beside a template, for one. */
export const recognised = (run: ImportRun) => run.sheets.filter((sheet) => sheet.ledger)
export const unrecognised = (run: ImportRun) => run.sheets.filter((sheet) => !sheet.ledger)

export interface Counts { rows: number; added: number; changed: number; same: number; bad: number }

export function countsOf(run: ImportRun): Counts {
  const counts = { rows: 0, added: 0, changed: 0, same: 0, bad: 0 }
  for (const sheet of recognised(run)) for (const of of Object.keys(counts) as (keyof Counts)[]) counts[of] += sheet[of]
  return counts
}

/** What stands to be decided: all rows are sound, some are, or none is. */
export function verdictOf(run: ImportRun): 'sound' | 'some' | 'none' | 'nothing' {
  const { added, changed, bad } = countsOf(run)
  if (added + changed === 0) return bad ? 'none' : 'nothing'
  return bad ? 'some' : 'sound'
}

const advised = ['encrypted', 'old-xls', 'binary-workbook', 'open-document', 'web-page', 'not-a-workbook', 'corrupt', 'empty', 'too-large', 'too-many-rows', 'unknown-encoding', 'unclosed-quote', 'no-sheet-recognised', 'nothing-in-it', 'file-too-large']

/** Which advice goes with a refused file: by the reason the server names, else by its problem type. */
export function adviceOf(refusal: NonNullable<ImportRun['refusal']>): string {
  const reason = refusal.facts?.reason as string | undefined
  const slug = reason ?? refusal.type.split('/').pop() ?? ''
  return advised.includes(slug) ? camel(slug) : 'other'
}

const camel = (slug: string) => slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const maxBytes = 200 * 1024 * 1024

/** What can be told of a file before a byte is sent. */
export function objectionTo(file: Pick<File, 'name' | 'size'>): 'empty' | 'tooLarge' | 'oldXls' | 'kind' | null {
  if (/\.xls$/i.test(file.name)) return 'oldXls'
  if (!/\.(xlsx|xlsm|csv|txt|tsv)$/i.test(file.name)) return 'kind'
  if (file.size === 0) return 'empty'
  return file.size > maxBytes ? 'tooLarge' : null
}
