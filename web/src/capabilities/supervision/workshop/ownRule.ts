import type { Words } from '@/api/types'

export const files = ['rule', 'find', 'cases'] as const
export type File = (typeof files)[number]
export const nameOf: Record<File, string> = { rule: 'rule.yml', find: 'find.sql', cases: 'cases.yml' }

export type Texts = Record<File, string>
export interface OwnRule { id: string; version: number; ruleId: string; files: Texts; state: 'DRAFT' | 'TAKEN_IN'; written: { by: string; at: string; takenInAt: string | null } }
export interface Complaint { file: string; line: number | null; message: string }
export interface Checked {
  complaints: Complaint[]
  cases: { name: Words; passed: boolean; found: Record<string, unknown>[]; complaint: Complaint | null }[]
  dryRun: { found: number | null; units: number | null; complaint: Complaint | null } | null
}

/** Everything that is wrong, each once: what a case and the dry run say of the same line is one fault. */
export function complaintsOf(checked: Checked | null): Complaint[] {
  const all = checked ? [...checked.complaints, ...checked.cases.flatMap((one) => one.complaint ?? []), ...(checked.dryRun?.complaint ? [checked.dryRun.complaint] : [])] : []
  return [...new Map(all.map((one) => [`${one.file}:${one.line}:${one.message}`, one])).values()]
}

export const isSound = (checked: Checked | null) => !!checked && !complaintsOf(checked).length && checked.cases.length > 0 && checked.cases.every((one) => one.passed)
