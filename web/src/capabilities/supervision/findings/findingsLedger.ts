import type { Code, Column, FindingItem, Ledger, Row, Words } from '@/api/types'
import { nextSort } from '@/ui/ledger/query'
import { en, zhCN } from './words'

/** What rules there are, for the filter by rule. */
export interface RuleName { id: string; module: string; title: Words }

const modules = ['premises', 'fleet', 'energy', 'assets', 'reception', 'funds', 'datasecurity', 'organization']
const severities = ['VIOLATION', 'SUSPICION', 'REMINDER']
const states = ['OPEN', 'NEW', 'VERIFYING', 'EXPLAINING', 'RECTIFYING', 'REVIEWING', 'CLOSED', 'DISMISSED', 'MENDED']

/**
 * Findings are no ledger, but a list of them is filtered, paged, saved as a view and copied like one. Declared as one,
 * it has the same chips, address bar and pager as every other list.
 */
export function findingsLedger(rules: RuleName[]): Ledger {
  const ruleCodes = rules.map((rule) => ({ code: rule.id, ...rule.title }))
  return {
    name: 'supervision.finding', module: 'supervision', path: 'supervision/findings', title: both('nav'), note: null, objectKind: null, key: ['summary'], defaultSort: null, writable: false,
    columns: [
      { ...coded('severity', severities, 'severity'), sortable: true },
      coded('state', states, 'state'),
      column('rule', 'CODE', { codes: ruleCodes, filter: ruleCodes.length ? 'CODE' : 'NONE', sortable: true }),
      column('overdue', 'BOOLEAN', { filter: 'BOOLEAN', shown: false }),
      { ...coded('module', modules, 'module'), shown: false },
      { ...coded('minAgeDays', ['30', '90', '180', '365'], 'age'), shown: false },
      { ...coded('assignee', ['me', 'none'], 'assigneeIs'), shown: false },
      column('own', 'BOOLEAN', { filter: 'BOOLEAN', shown: false }),
      column('settledOn', 'DATE', { filter: 'RANGE', shown: false }),
      column('number', 'TEXT', { shown: false }), column('summary', 'TEXT'), column('subject', 'TEXT', { shown: false }), column('institution', 'TEXT', { sortable: true }),
      column('actual', 'DECIMAL', { shown: false }), column('limit', 'DECIMAL', { shown: false }), column('excess', 'DECIMAL', { sortable: true }), column('unit', 'TEXT', { shown: false }), column('firstSeen', 'DATE', { filter: 'RANGE', sortable: true }), column('dueOn', 'DATE', { sortable: true }),
    ],
  }
}

const worstFirst = new Set(['severity', 'excess'])

/** A click on the head of a column: what is worst first where there is a worst, then the other way, then the newest first again. */
export function nextOrder(current: string, column: string): string {
  if (!worstFirst.has(column)) return nextSort(current, column, null)
  return current === `-${column}` ? column : current === column ? '' : `-${column}`
}

/** A finding as a flat row, for copies and files. */
export function rowOf(finding: FindingItem): Row {
  return {
    id: finding.id, version: 0, severity: finding.severity, state: finding.state, rule: finding.rule.id, overdue: finding.overdue, module: finding.module, number: finding.number, summary: finding.summary,
    subject: finding.subject.title, institution: finding.institution.name, actual: finding.actual, limit: finding.limit, excess: finding.excess, unit: finding.unit, firstSeen: finding.firstSeen, dueOn: finding.dueOn,
  }
}

export const copied = ['number', 'severity', 'rule', 'summary', 'subject', 'institution', 'actual', 'limit', 'excess', 'unit', 'state', 'firstSeen', 'dueOn']

const both = (key: keyof typeof zhCN.column): Words => ({ zh: zhCN.column[key], en: en.column[key] })

function column(name: keyof typeof zhCN.column, kind: Column['kind'], over: Partial<Column> = {}): Column {
  return {
    name, label: both(name), kind, required: false, unit: null, scale: null, min: null, max: null, maxLength: null, codes: null, sortable: false, filter: 'NONE', shown: true, link: null, note: null, derived: true, grade: 'L2', category: 'ORDINARY', masked: false, ...over,
  }
}

function coded(name: keyof typeof zhCN.column, codes: string[], words: 'severity' | 'state' | 'module' | 'age' | 'assigneeIs'): Column {
  const inWords = (code: string): Code => ({ code, zh: (zhCN[words] as Record<string, string>)[code] ?? code, en: (en[words] as Record<string, string>)[code] ?? code })
  return column(name, 'CODE', { codes: codes.map(inWords), filter: 'CODE' })
}
