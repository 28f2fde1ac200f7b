import type { Column, Ledger } from '@/api/types'

/** One column's condition: `like` for texts, `values` for codes and booleans, `from`/`to` for figures and dates. */
export interface Filter {
  like?: string
  values?: string[]
  from?: string
  to?: string
}

/** What a list shows. The address bar and the server's query are the same words, so a link says all. */
export interface ListQuery {
  q: string
  sort: string
  limit: number
  after: string | null
  institution: string | null
  filters: Record<string, Filter>
  /** Conditions on the ids of linked objects, e.g. `buildingId`. */
  links: Record<string, string[]>
}

type Raw = Record<string, string | null | (string | null)[] | undefined>

export const pageSizes = [50, 100, 200]

/** In the address bar only: which row's drawer is open. */
const own = new Set(['open'])
const reserved = new Set(['q', 'sort', 'limit', 'after', 'institution', ...own])

const texts = (value: Raw[string]): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')
const text = (value: Raw[string]): string => texts(value)[0] ?? ''

export function readQuery(raw: Raw, ledger: Ledger): ListQuery {
  const columns = new Map(ledger.columns.map((column) => [column.name, column]))
  const list: ListQuery = {
    q: text(raw.q),
    sort: text(raw.sort) || (ledger.defaultSort ?? ''),
    limit: pageSizes.includes(Number(text(raw.limit))) ? Number(text(raw.limit)) : pageSizes[0]!,
    after: text(raw.after) || null,
    institution: text(raw.institution) || null,
    filters: {},
    links: {},
  }
  for (const [name, value] of Object.entries(raw)) {
    if (reserved.has(name)) continue
    const [, base = name, end] = /^(.+)\.(like|from|to)$/.exec(name) ?? []
    const column = columns.get(base)
    if (column) read(list.filters, column, end as 'like' | 'from' | 'to' | undefined, value)
    else if (!end && texts(value).length) list.links[name] = texts(value)
  }
  return list
}

function read(filters: Record<string, Filter>, column: Column, end: 'like' | 'from' | 'to' | undefined, value: Raw[string]): void {
  if (!text(value)) return
  const filter = (filters[column.name] ??= {})
  if (end) filter[end] = text(value)
  else filter.values = texts(value)
}

/** Only what differs from the plain list is written, so that an address stays short enough to read aloud. */
export function writeQuery(list: ListQuery, ledger: Ledger): Record<string, string | string[]> {
  const raw: Record<string, string | string[]> = {}
  if (list.institution) raw.institution = list.institution
  if (list.q) raw.q = list.q
  for (const [name, ids] of Object.entries(list.links)) raw[name] = ids.length === 1 ? ids[0]! : ids
  for (const [name, filter] of Object.entries(list.filters)) {
    if (filter.like) raw[`${name}.like`] = filter.like
    if (filter.values?.length) raw[name] = filter.values.length === 1 ? filter.values[0]! : filter.values
    if (filter.from) raw[`${name}.from`] = filter.from
    if (filter.to) raw[`${name}.to`] = filter.to
  }
  if (list.sort && list.sort !== ledger.defaultSort) raw.sort = list.sort
  if (list.limit !== pageSizes[0]) raw.limit = String(list.limit)
  if (list.after) raw.after = list.after
  return raw
}

/** The server is told the defaults too. */
export function askQuery(list: ListQuery, ledger: Ledger): Record<string, string | string[]> {
  return { ...writeQuery(list, ledger), ...(list.sort ? { sort: list.sort } : {}), limit: String(list.limit) }
}

/** For exports and counts: what is filtered, not where one is in it. */
export function conditionsOf(list: ListQuery, ledger: Ledger): Record<string, string | string[]> {
  const { after: _, limit: __, ...rest } = askQuery(list, ledger)
  return rest
}

export const isEmptyFilter = (filter: Filter | undefined) =>
  !filter || (!filter.like && !filter.values?.length && !filter.from && !filter.to)

export function withFilter(list: ListQuery, column: string, filter: Filter | null): ListQuery {
  const { [column]: _, ...others } = list.filters
  return { ...list, after: null, filters: isEmptyFilter(filter ?? undefined) ? others : { ...others, [column]: filter! } }
}

/** none → ascending → descending → the ledger's own order */
export function nextSort(current: string, column: string, defaultSort: string | null): string {
  if (current === column) return `-${column}`
  if (current === `-${column}`) return defaultSort === `-${column}` ? column : (defaultSort ?? '')
  return column
}

export const sortOf = (sort: string, column: string): 'ascending' | 'descending' | 'none' =>
  sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none'

export const hasConditions = (list: ListQuery) => !!list.q || Object.keys(list.filters).length > 0 || Object.keys(list.links).length > 0
