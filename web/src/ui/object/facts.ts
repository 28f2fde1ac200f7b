import type { Cell, Column, Ledger, Row } from '@/api/types'
import { sayUnit, t } from '@/app/i18n'
import { cell, isFigure, nothing, unreadable } from '../format'
import { partnerOf } from '../ledger/partner'

export interface Fact {
  column: Column
  shown: string
  /** The code beside the name, where the ledger keeps both. */
  code?: string
  to: string | null
  /** There is more of it than is shown, for those who may have it shown. */
  masked: boolean
  /** It is there, but nobody can be shown it. */
  unreadable: boolean
}

export interface FactGroup {
  id: 'about' | 'figures' | 'dates'
  facts: Fact[]
}

/** What is known of an object, grouped by what kind of question it answers; missing values stay in view. */
export function factsOf(ledger: Ledger, row: Row): FactGroup[] {
  const groups: Record<FactGroup['id'], Fact[]> = { about: [], figures: [], dates: [] }
  const codeOf = new Map<string, string>()
  for (const column of ledger.columns) {
    const partner = partnerOf(ledger.columns, column)
    if (partner) codeOf.set(partner.name, cell(column, row[column.name]))
  }
  for (const column of ledger.columns.filter((one) => !partnerOf(ledger.columns, one))) {
    const code = codeOf.get(column.name)
    groups[groupOf(column)].push({ ...factOf(column, row), ...(code && code !== nothing ? { code } : {}) })
  }
  return (Object.keys(groups) as FactGroup['id'][]).map((id) => ({ id, facts: groups[id] })).filter((group) => group.facts.length > 0)
}

function groupOf(column: Column): FactGroup['id'] {
  if (isFigure(column)) return 'figures'
  return ['DATE', 'MONTH', 'TIME'].includes(column.kind) ? 'dates' : 'about'
}

function factOf(column: Column, row: Row): Fact {
  const id = column.link && row[column.link.id]
  const shown = cell(column, row[column.name])
  const broken = row[column.name] === unreadable
  return { column, unreadable: broken, masked: column.masked && shown !== nothing && !broken, shown: isFigure(column) && column.unit && shown !== nothing && !broken ? `${shown} ${sayUnit(column.unit)}` : shown, to: id ? `/objects/${column.link!.kind}/${id}` : null }
}

/** A life line says before → after in the ledger's own words where it knows the column. */
export function changeWords(ledger: Ledger | undefined, column: string, value: Cell): string {
  const known = ledger?.columns.find((one) => one.name === column)
  if (known) return cell(known, value)
  return value === null || value === undefined || value === '' ? '—' : value === unreadable ? t('common.unreadable') : String(value)
}
