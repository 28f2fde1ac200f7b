import type { Tone } from '@/ui/StatusTag.vue'

/** The worst first, as they are to be looked at. */
export const states = ['FAILED', 'SILENT', 'STUCK', 'NEVER', 'REPORTING'] as const
export type State = (typeof states)[number]

export const tones: Record<State, Tone> = { FAILED: 'danger', SILENT: 'warn', STUCK: 'warn', NEVER: 'quiet', REPORTING: 'good' }

export interface MeterHealth {
  id: string
  code: string
  name: string
  energyKind: string
  institutionId: string
  institutionName: string
  state: State
  source: string | null
  heardAt: string | null
  lastAt: string | null
  failure: string | null
}

export interface SourceHealth {
  id: string
  name: string
  protocol: string
  institutionId: string
  institutionName: string
  enabled: boolean
  points: number
  heardAt: string | null
  failure: string | null
  failures: number
}

export interface EnergyHealth { asOf: string; left: number; meters: MeterHealth[]; sources: SourceHealth[] }

export function countsOf(meters: MeterHealth[]): Record<State, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>
  meters.forEach((one) => counts[one.state]++)
  return counts
}

/** What needs somebody first, and of that what has been quiet longest. */
export const byNeed = (meters: MeterHealth[]) =>
  [...meters].sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.heardAt ?? '').localeCompare(b.heardAt ?? '') || a.code.localeCompare(b.code))

/** Sources that fail, then those that never spoke; one that is switched off fails nobody. */
export const failing = (sources: SourceHealth[]) => sources.filter((one) => one.enabled && (one.failures > 0 || !one.heardAt))
