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

/** `premises.room/…` by the name of its ledger, with where its page is if it has one. */
export function objectOf(entry: Pick<Entry, 'object' | 'objectId'>): { words: string; to: string | null } {
  const name = entry.object.split('/')[0]!
  const ledger = useLedgers().all.find((one) => one.name === name)
  if (!ledger) return { words: entry.object, to: name === 'supervision.finding' && entry.objectId ? `/findings/${entry.objectId}` : null }
  return { words: say(ledger.title), to: ledger.objectKind && entry.objectId ? `/objects/${ledger.objectKind}/${entry.objectId}` : null }
}
