import { describe, expect, it } from 'vitest'
import type { TerminalNow, TerminalState } from '@/api/telemetry'
import { belongs, bySilence, groups, inGroup } from './health'

const now = Date.parse('2026-11-28T12:00:00Z')
const terminal = (state: TerminalState, since: string | null, more: Partial<TerminalNow> = {}): TerminalNow => ({
  id: `${state} ${since}`, phone: '1', plate: null, institutionId: '', institutionName: '', state, since, astray: false, refused: false, hidden: false, place: null, ...more,
})

const all = [
  terminal('MOVING', '2026-11-28T11:59:00Z'), terminal('STANDING', '2026-11-28T11:59:00Z', { astray: true }),
  terminal('SILENT', '2026-11-28T11:30:00Z'), terminal('SILENT', '2026-11-28T11:00:00Z'), terminal('SILENT', '2026-11-27T12:00:00Z'),
  terminal('SILENT', '2026-11-01T12:00:00Z'), terminal('NEVER', null, { refused: true }),
]

describe('the health of terminals', () => {
  it('puts each into one group of silence', () => {
    const exclusive = groups.filter((group) => group !== 'astray' && group !== 'refused')

    expect(all.map((one) => exclusive.filter((group) => belongs[group](one, now)))).toEqual([['online'], ['online'], ['hour'], ['day'], ['week'], ['longer'], ['never']])
  })

  it('counts wrong clocks and refusals on top', () => {
    expect(inGroup(all, 'astray', now)).toHaveLength(1)
    expect(inGroup(all, 'refused', now)).toHaveLength(1)
  })

  it('lists the longest silence first', () => {
    expect(bySilence(all).map((one) => one.since)[1]).toBe('2026-11-01T12:00:00Z')
  })
})
