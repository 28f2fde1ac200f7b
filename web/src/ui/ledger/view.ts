import { reactive, watch } from 'vue'
import type { Column, Ledger } from '@/api/types'
import { remembered } from '@/app/storage'

export type Density = 'comfortable' | 'compact'

export interface SavedView {
  name: string
  query: Record<string, string | string[]>
  columns: string[]
}

export interface ListLook {
  columns: string[]
  density: Density
  views: SavedView[]
}

export const shownByDefault = (ledger: Ledger) => ledger.columns.filter((column) => column.shown).map((column) => column.name)

/** How this person likes this ledger: kept on this computer. */
export function useLook(ledger: Ledger): ListLook {
  const key = `ledger.${ledger.name}`
  const kept = remembered.read<Partial<ListLook>>(key, {})
  const known = new Set(ledger.columns.map((column) => column.name))
  const columns = (kept.columns ?? []).filter((name) => known.has(name))
  const look = reactive<ListLook>({
    columns: columns.length ? columns : shownByDefault(ledger),
    density: kept.density ?? remembered.read<Density>('density', 'comfortable'),
    views: kept.views ?? [],
  })
  watch(look, () => {
    remembered.write(key, look)
    remembered.write('density', look.density)
  })
  return look
}

/** What the row is called comes first and stays while one scrolls; the others in the ledger's order. */
export function columnsOf(ledger: Ledger, look: ListLook): Column[] {
  const name = nameColumn(ledger)
  const chosen = new Set(look.columns)
  const named = ledger.columns.filter((column) => column.name === name)
  return [...named, ...ledger.columns.filter((column) => column.name !== name && chosen.has(column.name))]
}

/** The column a row is called by: its name where it has one of its own, else the last of its key. */
export function nameColumn(ledger: Ledger): string {
  const named = ledger.objectKind && ledger.columns.some((column) => column.name === 'name' && !column.derived)
  return named ? 'name' : keyColumn(ledger)
}

/** The column by which other ledgers point at a row, as far as their other columns do not. */
export function keyColumn(ledger: Ledger): string {
  return ledger.key.at(-1) ?? ledger.columns[0]?.name ?? 'id'
}
