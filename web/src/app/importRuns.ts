import type { ImportRun, ImportState } from '@/api/types'
import type { Tone } from '@/ui/StatusTag.vue'

export const toneOf: Record<ImportState, Tone> = {
  WAITING: 'busy', CHECKING: 'busy', CHECKED: 'warn', APPLYING: 'busy', APPLIED: 'good', UNDOING: 'busy', FAILED: 'danger', CANCELLED: 'quiet', UNDONE: 'quiet',
}

/** How much of the work is done, from 0 to 1; null while that cannot be told. */
export function shareOf(run: ImportRun): number | null {
  const { share } = run.progress ?? {}
  return share ? Math.min(1, share) : null
}
