import { say, t } from '@/app/i18n'
import { useLedgers } from '@/app/ledgers'
import accounts from '@/locales/en/accounts'
import en from '@/locales/en/audit'
import grants from '@/locales/en/grants'
import kinds from '@/locales/en/kind'
import reveal from '@/locales/en/reveal'
import { useSession } from '@/app/session'
import { keyOf, type Entry } from './audit'

const known = (group: Record<string, string>, key: string) => Object.hasOwn(group, key)

export function actionWords(action: string): string {
  const key = keyOf(action)
  return known(en.action, key) ? t(`audit.action.${key}`) : action
}

export function actorWords(entry: Pick<Entry, 'actor' | 'actorName'>): string {
  if (known(en.actors, entry.actor)) return t(`audit.actors.${entry.actor}`)
  return entry.actorName ?? entry.actor.replace(/^account\//, '')
}

export function outcomeWords(outcome: string): string {
  const key = outcome.replaceAll('-', '_')
  if (known(en.outcomes, key)) return t(`audit.outcomes.${key}`)
  const why = outcome.replace(/[.-]/g, '_')
  return t('audit.refusedFor', { why: known(en.refusals, why) ? t(`audit.refusals.${why}`) : outcome })
}

export const fieldWords = (field: string) => (known(en.field, field) ? t(`audit.field.${field}`) : field)

/** Codes as people say them, with the code behind; anything else as it was sealed. */
export function valueWords(field: string, value: string): string {
  const words = saying(field, value)
  return words ? t('audit.meaning', { words, value }) : value
}

function saying(field: string, value: string): string | null {
  if (field === 'ledger') return ledgerWords(value)
  if (field === 'how' && known(en.how, value)) return t(`audit.how.${value}`)
  if (field === 'where' && value === 'everywhere') return t('grants.everywhere')
  if (field === 'purpose') return known(reveal.for, value) ? t(`reveal.for.${value}`) : known(grants.purposes, value) ? t(`grants.purposes.${value}`) : null
  if (field === 'what') return known(grants.permissions, value) ? t(`grants.permissions.${value}`) : known(accounts.roles, value) ? t(`accounts.roles.${value}`) : null
  return null
}

/** The title of a ledger; whoever reads the log without seeing ledgers has the word for its kind. */
function ledgerWords(name: string): string | null {
  const ledger = useLedgers().all.find((one) => one.name === name)
  const key = name.slice(name.indexOf('.') + 1).replaceAll('_', '-')
  return ledger ? say(ledger.title) : known(kinds, key) ? t(`kind.${key}`) : null
}

/** What a reading handed out: of which ledgers, how many rows of each, which columns, and where the rows are. */
export interface Seen {
  words: string
  rows: { id: string; to: string | null }[]
}

/** `fleet.trip 2: destination, origin; organization.person 1: name`, and the ids of the rows in this order. */
export function seenOf(read: string, rows: string[]): Seen[] {
  let at = 0
  return read.split('; ').flatMap((part) => {
    const [, kind, count, columns] = /^(\S+) (\d+): (.*)$/.exec(part) ?? []
    if (!kind || !columns) return []
    const n = Number(count)
    const ids = rows.slice(at, at + n)
    at += n
    const words = columns.split(', ').map((name) => columnWords(kind, name)).join(t('audit.listed'))
    return [{ words: t('audit.read', { title: kindWords(kind), n, columns: words }), rows: ids.map((id) => ({ id, to: objectOf({ object: `${kind}/${id}`, objectId: id }).to })) }]
  })
}

const kindWords = (kind: string) => {
  const key = kind.replace('.', '_')
  return known(en.kinds, key) ? t(`audit.kinds.${key}`) : (ledgerWords(kind) ?? kind)
}

function columnWords(kind: string, name: string): string {
  const column = useLedgers().all.find((one) => one.name === kind)?.columns.find((one) => one.name === name)
  return column ? say(column.label) : fieldWords(name)
}

const pages: Record<string, string> = { 'supervision.finding': '/findings', 'supervision.rule': '/rules', 'workbook.import': '/imports' }
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** `premises.room/…` as people say it, with where its page is if it has one; of an id they read the beginning. */
export function objectOf(entry: Pick<Entry, 'object' | 'objectId'>): { words: string; to: string | null } {
  const cut = entry.object.indexOf('/')
  const kind = entry.object.slice(0, cut)
  const name = entry.object.slice(cut + 1)
  const which = uuid.test(name) ? name.slice(0, 8) : kind === 'ledger' ? name.split(', ').map(kindWords).join(t('audit.listed')) : name
  // Whoever sees no ledgers is not sent where they would be refused.
  const sees = useSession().may('ledger.read')
  const key = kind.replace('.', '_')
  if (known(en.kinds, key)) {
    const single = kind === 'law' || kind === 'safeguard'
    return { words: t(`audit.kinds.${key}`) + (single ? '' : ` ${which}`), to: sees && pages[kind] ? `${pages[kind]}/${name}` : null }
  }
  const objectKind = useLedgers().all.find((one) => one.name === kind)?.objectKind
  const title = ledgerWords(kind)
  return { words: title ? `${title} ${which}` : entry.object, to: sees && objectKind && entry.objectId ? `/objects/${objectKind}/${entry.objectId}` : null }
}
