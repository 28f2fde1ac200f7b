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
  lastError: Words | null
  stoppedAt: string | null
  /** Null where its owner stopped it. */
  stoppedWhy: Words | null
}

export interface Subscriptions {
  mail: boolean
  domains: string[]
  webhooks: boolean
  origins: string[]
  kinds: { kind: string; title: Words }[]
  subscriptions: Subscription[]
}
