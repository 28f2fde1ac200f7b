import type { Code, Column, Ledger, Words } from '@/api/types'
import en from '@/locales/en/audit'
import zhCN from '@/locales/zh-CN/audit'

export interface Entry {
  seq: number
  at: string
  actor: string
  actorName: string | null
  action: string
  object: string
  objectId: string | null
  institution: { id: string; name: string | null } | null
  outcome: string
  requestId: string | null
  sound: boolean
}

/** A value whose salted hash was sealed; `matches` is null when it cannot be told any more. */
export interface OpenedValue {
  field: string
  hash: string
  value: string | null
  salt: string | null
  matches: boolean | null
}

export interface OpenedEntry {
  entry: Entry
  leaf: string
  hash: string
  opened: OpenedValue[]
}

export interface LogHead {
  origin: string
  size: number
  keys: string[]
  checkpoint: string | null
}

/** The log is no ledger, but a list of it is filtered and paged like one: declared as one, it has the same chips and pager. */
export const auditLedger: Ledger = {
  name: 'safeguard.entry', module: 'safeguard', path: 'safeguard/audit/entries', title: both('nav'), note: null, objectKind: null, key: ['seq'], defaultSort: null, writable: false,
  columns: [
    column('seq', 'INTEGER'),
    column('at', 'DATE', { filter: 'RANGE' }),
    column('actor', 'TEXT', { filter: 'TEXT' }),
    coded('action', zhCN.action, en.action),
    coded('outcome', zhCN.outcomes, en.outcomes, (key) => key.replaceAll('_', '-')),
    column('object', 'TEXT'),
    column('institution', 'TEXT'),
  ],
}

function both(key: keyof typeof zhCN.column | 'nav'): Words {
  return key === 'nav' ? { zh: zhCN.nav, en: en.nav } : { zh: zhCN.column[key], en: en.column[key] }
}

function column(name: keyof typeof zhCN.column, kind: Column['kind'], over: Partial<Column> = {}): Column {
  return {
    name, label: both(name), kind, required: false, unit: null, scale: null, min: null, max: null, maxLength: null, codes: null, sortable: false, filter: 'NONE', shown: true, link: null, note: null, derived: true, grade: 'L2', category: 'ORDINARY', masked: false, ...over,
  }
}

function coded(name: keyof typeof zhCN.column, zh: Record<string, string>, english: Record<string, string>, code: (key: string) => string = codeOf): Column {
  const codes: Code[] = Object.keys(zh).map((key) => ({ code: code(key), zh: zh[key]!, en: english[key] ?? key }))
  return column(name, 'CODE', { codes, filter: 'CODE' })
}

/** Keys of words cannot hold the point and the hyphens of an action: `import_handed_in` is `import.handed-in`. */
export function codeOf(key: string): string {
  return key.replace('_', '.').replaceAll('_', '-')
}

export function keyOf(action: string): string {
  return action.replace('.', '_').replaceAll('-', '_')
}
