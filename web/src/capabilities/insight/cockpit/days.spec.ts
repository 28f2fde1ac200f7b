import { describe, expect, it } from 'vitest'
import type { FindingItem } from '@/api/types'
import { byDay } from './days'

const due = (...days: (string | null)[]) => days.map((dueOn, n) => ({ id: String(n), dueOn }) as FindingItem)

describe('what runs out', () => {
  it('stands by day, today among them', () => {
    expect(byDay(due('2026-11-27', '2026-11-27', '2026-12-01'), '2026-11-27').map(({ day, items }) => [day, items.length])).toEqual([['2026-11-27', 2], ['2026-12-01', 1]])
  })

  it('puts all that has run out together before the rest', () => {
    expect(byDay(due('2026-10-02', '2026-11-26', '2026-11-27'), '2026-11-27').map(({ day, items }) => [day, items.length])).toEqual([[null, 2], ['2026-11-27', 1]])
  })

  it('has no day for what never runs out', () => {
    expect(byDay(due(null), '2026-11-27')).toEqual([])
  })
})
