import type { Unit, Words } from '@/api/types'

export type Channel = 'MAIL' | 'WEBHOOK'
export const rhythms = ['AT_ONCE', 'DAILY', 'WEEKLY'] as const
export type Rhythm = (typeof rhythms)[number]

export interface Subscription {
  id: string
  channel: Channel
  address: string
  rhythm: Rhythm
  kinds: string[]
  institution: Unit | null
  createdAt: string
  sentAt: string | null
  waiting: number
  lastError: string | null
  stoppedAt: string | null
  stoppedWhy: string | null
}

export interface Subscriptions {
  mail: boolean
  domains: string[]
  webhooks: boolean
  origins: string[]
  kinds: { kind: string; title: Words }[]
  subscriptions: Subscription[]
}

const reasons: [RegExp, string][] = [
  [/^it answered (\d+)$/, 'answered'],
  [/^no status in time$|timed out/i, 'late'],
  [/^no answer of HTTP$/, 'notHttp'],
  [/^the address may not be called$/, 'notAllowed'],
  [/^no mail server is named$/, 'noMail'],
  [/^its secret was destroyed$/, 'noSecret'],
  [/^the account is closed$/, 'closed'],
  [/^MailAuthentication|^MailSend|^Messaging|^SendFailed/, 'mail'],
]

/** Why a message was not taken, in the words of the console; what it does not know stays as the server noted it. */
export function reasonOf(error: string): { key: string; named: Record<string, string> } {
  for (const [words, key] of reasons) {
    const found = words.exec(error)
    if (found) return { key: `reminder.why.${key}`, named: { status: found[1] ?? '' } }
  }
  return { key: 'reminder.why.other', named: { error } }
}
