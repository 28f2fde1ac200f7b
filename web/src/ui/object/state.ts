import type { Column, Ledger } from '@/api/types'

/** The column that says in what state an object is, by the names our ledgers use for it. */
export function stateColumn(ledger: Ledger): Column | undefined {
  return ledger.columns.find((column) => column.kind === 'CODE' && /^(state|status)$|(State|Status)$/.test(column.name))
}
