/** What the house could not take from a device, as lists of it have in common. */
export interface AsideItem {
  id: number
  at: string
  reason: string
  institutionName: string | null
  tries: number
  triedAt: string | null
  discardedAt: string | null
  discardedBy: string | null
  note: string | null
}

export interface AsidePage<T extends AsideItem> { items: T[]; next: number | null; count: number; reasons: { reason: string; count: number }[] }
export interface Retried { taken: number; left: number; more: boolean }
export interface Discarded { discarded: number; more: boolean }

/** SQLSTATE by what it means to people; the words of the database stand beside it. */
const states: Record<string, string> = { 22: 'value', 23: 'constraint', 54: 'limit' }

/** Of a whole batch; other refusals of meters are of a value. */
const wholes = /^meters\/(topic-malformed|json-malformed|json-unfit|version-unknown|batch-too-large)$/

/** A key of `aside.reason`, by what the server calls it: `energy/meter-not-known`, `23514 ERROR: …`. */
export function reasonKey(reason: string): string {
  if (/^energy\//.test(reason)) return reason.slice('energy/'.length)
  if (wholes.test(reason)) return reason.slice('meters/'.length)
  if (/^meters\//.test(reason)) return 'unfit'
  return states[reason.slice(0, 2)] ?? 'other'
}

/** What of it the words do not say: the sentence of the database, without its number. */
export const reasonDetail = (reason: string) => (/^\d/.test(reason) ? reason.replace(/^\w{5} (ERROR: )?/, '') : '')

export interface Wish { ids?: number[]; reason?: string }

/** What is ticked; with nothing ticked all of the reason that is shown, of which the server knows more than the page does. */
export function wished(chosen: ReadonlySet<number>, reason: string): Wish | null {
  if (chosen.size) return { ids: [...chosen].sort((a, b) => a - b) }
  return reason ? { reason } : null
}
