import type { Column, Ledger, Row } from '@/api/types'
import { say, t } from '@/app/i18n'
import { codeLabel, number } from '../format'
import type { Filter, ListQuery } from './query'

/** The words of a condition, as its chip says them. */
export function conditionWords(column: Column, filter: Filter): string {
  if (filter.like) return t('filter.contains', { text: filter.like })
  if (filter.values?.length) {
    const names = filter.values.map((value) => (column.kind === 'BOOLEAN' ? t(value === 'true' ? 'common.yes' : 'common.no') : codeLabel(column, value)))
    return names.length > 2 ? t('filter.several', { first: names[0]!, n: names.length }) : names.join(t('filter.or'))
  }
  const shown = (value: string) => (column.kind === 'DATE' || column.kind === 'MONTH' || column.kind === 'TIME' ? value : number(value))
  if (filter.from && filter.to) return filter.from === filter.to ? shown(filter.from) : `${shown(filter.from)} – ${shown(filter.to)}`
  return filter.from ? `≥ ${shown(filter.from)}` : `≤ ${shown(filter.to ?? '')}`
}

export const filterable = (ledger: Ledger) => ledger.columns.filter((column) => column.filter !== 'NONE')

/** Codes and yes/no first: they are what people narrow by; a figure or a date is asked for seldom. */
export function quickColumns(ledger: Ledger, list: ListQuery, most: number): Column[] {
  const weight: Record<Column['filter'], number> = { CODE: 0, BOOLEAN: 1, RANGE: 2, TEXT: 3, NONE: 9 }
  const set = filterable(ledger).filter((column) => list.filters[column.name])
  const open = filterable(ledger)
    .filter((column) => !list.filters[column.name] && column.shown && column.filter !== 'TEXT')
    .sort((a, b) => weight[a.filter] - weight[b.filter])
  const chosen = new Set([...set, ...open.slice(0, Math.max(0, most - set.length))])
  return filterable(ledger).filter((column) => chosen.has(column))
}

/** A condition on a linked object's id reads as that object's name when a row on the screen tells it. */
export function linkWords(ledger: Ledger, field: string, rows: Row[]): string {
  const column = ledger.columns.find((one) => one.link?.id === field)
  if (!column) return t('filter.linked')
  const name = rows[0]?.[column.name]
  return name ? `${say(column.label)} ${name}` : say(column.label)
}
