import { say, t } from '@/app/i18n'
import { useLedgers } from '@/app/ledgers'
import en from '@/locales/en/audit'
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
  return known(en.outcomes, key) ? t(`audit.outcomes.${key}`) : `${t('audit.outcomes.refused')} (${outcome})`
}

export const fieldWords = (field: string) => (known(en.field, field) ? t(`audit.field.${field}`) : field)

const pages: Record<string, string> = { 'supervision.finding': '/findings', 'supervision.rule': '/rules', 'workbook.import': '/imports' }
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** `premises.room/…` as people say it, with where its page is if it has one; of an id they read the beginning. */
export function objectOf(entry: Pick<Entry, 'object' | 'objectId'>): { words: string; to: string | null } {
  const cut = entry.object.indexOf('/')
  const kind = entry.object.slice(0, cut)
  const name = entry.object.slice(cut + 1)
  const ledgers = useLedgers().all
  const titled = (wanted: string) => ledgers.find((one) => one.name === wanted)
  const which = uuid.test(name) ? name.slice(0, 8) : kind === 'ledger' ? say(titled(name)?.title ?? { zh: name, en: name }) : name
  const ledger = titled(kind)
  if (ledger) return { words: `${say(ledger.title)} ${which}`, to: ledger.objectKind && entry.objectId ? `/objects/${ledger.objectKind}/${entry.objectId}` : null }
  const key = kind.replace('.', '_')
  if (!known(en.kinds, key)) return { words: entry.object, to: null }
  const single = kind === 'law' || kind === 'safeguard'
  return { words: t(`audit.kinds.${key}`) + (single ? '' : ` ${which}`), to: pages[kind] ? `${pages[kind]}/${name}` : null }
}
