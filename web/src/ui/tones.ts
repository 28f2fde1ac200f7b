import type { FindingState, Severity } from '@/api/types'
import type { Tone } from './StatusTag.vue'

export const severityTone: Record<Severity, Tone> = { VIOLATION: 'danger', SUSPICION: 'warn', REMINDER: 'quiet' }

export const findingTone: Record<FindingState, Tone> = {
  NEW: 'danger', VERIFYING: 'warn', EXPLAINING: 'warn', RECTIFYING: 'busy', REVIEWING: 'busy', CLOSED: 'good', DISMISSED: 'quiet', MENDED: 'good',
}
