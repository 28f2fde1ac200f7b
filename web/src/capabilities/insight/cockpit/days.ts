import type { FindingItem } from '@/api/types'

export interface DueDay {
  /** null: the day is past. */
  day: string | null
  items: FindingItem[]
}

/** What runs out, by day in their order; all that has run out already stands together before them. */
export function byDay(findings: FindingItem[], asOf: string): DueDay[] {
  const days: DueDay[] = []
  for (const finding of findings) {
    if (!finding.dueOn) continue
    const day = finding.dueOn < asOf ? null : finding.dueOn
    const last = days.at(-1)
    if (last && last.day === day) last.items.push(finding)
    else days.push({ day, items: [finding] })
  }
  return days
}
