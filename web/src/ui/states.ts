import type { FindingItem, FindingState } from '@/api/types'
import { t } from '@/app/i18n'
import { daysSince } from './format'
import type { Tone } from './StatusTag.vue'
import { findingTone } from './tones'

type Told = Pick<FindingItem, 'severity' | 'state' | 'overdue'>

/** A reminder is no breach: what it calls to mind waits, runs out, or is over. */
const reminding: Partial<Record<FindingState, Tone>> = { NEW: 'busy', CLOSED: 'quiet', MENDED: 'good' }

export const isReminder = (finding: Pick<FindingItem, 'severity'>) => finding.severity === 'REMINDER'

export function stateTone(finding: Told): Tone {
  if (!isReminder(finding)) return findingTone[finding.state]
  return finding.state === 'NEW' && finding.overdue ? 'warn' : (reminding[finding.state] ?? 'quiet')
}

export const stateWord = (finding: Pick<FindingItem, 'severity'>, state: FindingState) =>
  t(`finding.${isReminder(finding) && state in reminding ? 'reminding' : 'state'}.${state}`)

/** How long it is past its day: a breach is overdue, a paper has run out. */
export const lateBy = (finding: Pick<FindingItem, 'severity' | 'dueOn'>) =>
  t(isReminder(finding) ? 'finding.lapsedDays' : 'finding.overdueDays', daysSince(finding.dueOn!))
