import type { TerminalNow } from '@/api/telemetry'

export const groups = ['online', 'hour', 'day', 'week', 'longer', 'never', 'astray', 'refused'] as const
export type Group = (typeof groups)[number]

const hour = 3_600_000
const silentFor = (one: TerminalNow, now: number) => now - Date.parse(one.since ?? '')

/** Groups of one question exclude each other; a wrong clock and a refusal come on top of them. */
export const belongs: Record<Group, (one: TerminalNow, now: number) => boolean> = {
  online: (one) => one.state === 'MOVING' || one.state === 'STANDING',
  hour: (one, now) => one.state === 'SILENT' && silentFor(one, now) < hour,
  day: (one, now) => one.state === 'SILENT' && silentFor(one, now) >= hour && silentFor(one, now) < 24 * hour,
  week: (one, now) => one.state === 'SILENT' && silentFor(one, now) >= 24 * hour && silentFor(one, now) < 168 * hour,
  longer: (one, now) => one.state === 'SILENT' && silentFor(one, now) >= 168 * hour,
  never: (one) => one.state === 'NEVER',
  astray: (one) => one.astray,
  refused: (one) => one.refused,
}

export const inGroup = (all: TerminalNow[], group: Group, now: number) => all.filter((one) => belongs[group](one, now))

/** Whoever has been silent longest comes first; who never spoke has no time to go by. */
export const bySilence = (all: TerminalNow[]) => [...all].sort((a, b) => (a.since ?? '') < (b.since ?? '') ? -1 : 1)
