import type { Words } from '@/api/types'
import type { Tone } from '@/ui/StatusTag.vue'

/** A field of what a terminal answered. */
export interface Field extends Words {
  value?: string
  unit?: string
  meaning?: Words[]
}

export type CommandState = 'QUEUED' | 'SENT' | 'ANSWERED' | 'FAILED' | 'EXPIRED'

export interface Command {
  id: string
  command: string
  body: Record<string, unknown>
  state: CommandState
  askedBy: string
  askedAt: string
  expiresAt: string
  sends: number
  sentAt: string | null
  answeredAt: string | null
  result: number | null
  answer: Field[] | null
}

export interface Line {
  online: boolean
  edition: string | null
  gateway: string | null
  remote: string | null
  connectedAt: string | null
  heardAt: string | null
  partedAt: string | null
  partedWhy: string | null
  hasCode: boolean
  newCode: boolean
  codeSince: string | null
  commands: Command[]
}

export const commandTone: Record<CommandState, Tone> = { QUEUED: 'busy', SENT: 'busy', ANSWERED: 'good', FAILED: 'danger', EXPIRED: 'quiet' }

export const isUnderWay = (command: Command) => command.state === 'QUEUED' || command.state === 'SENT'

/** What was said, in one line: the text, the names and numbers; what is long is cut. */
export function gist(command: Command): string {
  const { body } = command
  if (typeof body.text === 'string') return body.text
  const parameters = body.parameters as { id: string; value: unknown }[] | undefined
  if (parameters) return parameters.map((one) => `${one.id} = ${one.value}`).join('，')
  const areas = body.areas as { addition?: { name?: string }; id: number }[] | undefined
  if (areas) return areas.map((one) => one.addition?.name || `#${one.id}`).join('，')
  const ids = body.ids as (string | number)[] | undefined
  if (ids) return ids.length ? ids.join('，') : '*'
  const named = (body.addition as { name?: string } | undefined)?.name ?? (body.name as string | undefined)
  if (named || body.id) return named || `#${body.id}`
  return body.intervalSeconds === undefined ? '' : `${body.intervalSeconds} s`
}
