import type { Column, Ledger } from '@/api/types'

/** The column that says in what state an object is, where its ledger has such a word. */
export function stateColumn(ledger: Ledger): Column | undefined {
  return ledger.columns.find((column) => column.kind === 'CODE' && /^(state|status)$/.test(column.name))
}
