import { terminalStates, type TerminalNow, type TerminalState } from '@/api/telemetry'
import type { Tone } from '../StatusTag.vue'

export const stateTones: Record<TerminalState, Tone> = { MOVING: 'good', STANDING: 'busy', SILENT: 'warn', NEVER: 'quiet' }

/** What was known with what has come since; the order stays, so that a list does not jump. */
export function merged(known: ReadonlyMap<string, TerminalNow>, come: TerminalNow[]): Map<string, TerminalNow> {
  const next = new Map(known)
  come.forEach((one) => next.set(one.id, one))
  return next
}

export function countsOf(all: TerminalNow[]): Record<TerminalState, number> {
  const counts = Object.fromEntries(terminalStates.map((state) => [state, 0])) as Record<TerminalState, number>
  all.forEach((one) => counts[one.state]++)
  return counts
}

/** Letters of plate, phone or unit, in any case. */
export function matching(all: TerminalNow[], states: readonly string[], words: string): TerminalNow[] {
  const wanted = words.trim().toLowerCase()
  return all.filter((one) => (!states.length || states.includes(one.state)) && (!wanted || `${one.plate ?? ''} ${one.phone} ${one.institutionName}`.toLowerCase().includes(wanted)))
}
