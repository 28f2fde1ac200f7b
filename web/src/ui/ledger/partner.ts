import type { Column } from '@/api/types'

/** The column that says in words what a column of codes points at: `buildingCode` and the building's name. */
export function partnerOf(columns: Column[], column: Column): Column | undefined {
  if (!column.refersTo || !column.name.endsWith('Code')) return undefined
  const id = column.name.replace(/Code$/, 'Id')
  return columns.find((other) => other.derived && other.link?.id === id)
}
