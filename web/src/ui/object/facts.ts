import type { Cell, Column, Ledger, Row } from '@/api/types'
import { cell, isFigure } from '../format'

export interface Fact {
  column: Column
  shown: string
  to: string | null
}

export interface FactGroup {
  id: 'about' | 'figures' | 'dates'
  facts: Fact[]
}

/** What is known of an object, grouped by what kind of question it answers; missing values stay in view. */
export function factsOf(ledger: Ledger, row: Row): FactGroup[] {
  const groups: Record<FactGroup['id'], Fact[]> = { about: [], figures: [], dates: [] }
  for (const column of ledger.columns) groups[groupOf(column)].push(factOf(column, row))
  return (Object.keys(groups) as FactGroup['id'][]).map((id) => ({ id, facts: groups[id] })).filter((group) => group.facts.length > 0)
}

function groupOf(column: Column): FactGroup['id'] {
  if (isFigure(column)) return 'figures'
  return ['DATE', 'MONTH', 'TIME'].includes(column.kind) ? 'dates' : 'about'
}

function factOf(column: Column, row: Row): Fact {
  const id = column.link && row[column.link.id]
  const shown = cell(column, row[column.name])
  return { column, shown: isFigure(column) && column.unit && shown !== '—' ? `${shown} ${column.unit}` : shown, to: id ? `/objects/${column.link!.kind}/${id}` : null }
}

/** A life line says before → after in the ledger's own words where it knows the column. */
export function changeWords(ledger: Ledger | undefined, column: string, value: Cell): string {
  const known = ledger?.columns.find((one) => one.name === column)
  if (known) return cell(known, value)
  return value === null || value === undefined || value === '' ? '—' : String(value)
}
