import type { Column, Ledger, Row } from '@/api/types'
import { cell, isFigure, unreadable } from '../format'
import { nameColumn } from './view'

export interface GridCell {
  text: string
  /** The page of the object this cell names. */
  to: string | null
  /** It is kept, but cannot be decrypted. */
  unreadable: boolean
}

export interface GridRow {
  row: Row
  name: string
  cells: GridCell[]
}

/** Every cell worded once: a list of 200 rows and 20 columns is drawn far more often than it changes. */
export function gridOf(ledger: Ledger, columns: Column[], rows: Row[]): GridRow[] {
  const name = nameColumn(ledger)
  return rows.map((row) => ({
    row,
    name: String(row[name] ?? ''),
    cells: columns.map((column) => ({ text: cell(column, row[column.name]), to: addressOf(ledger, column, name, row), unreadable: row[column.name] === unreadable })),
  }))
}

function addressOf(ledger: Ledger, column: Column, name: string, row: Row): string | null {
  if (column.name === name && ledger.objectKind) return `/objects/${ledger.objectKind}/${row.id}`
  const id = column.link && row[column.link.id]
  return id ? `/objects/${column.link!.kind}/${id}` : null
}

export function classesOf(ledger: Ledger, columns: Column[]): string[] {
  const name = nameColumn(ledger)
  return columns.map((column) => [isFigure(column) ? 'num' : '', column.name === name ? 'key' : ''].filter(Boolean).join(' '))
}
