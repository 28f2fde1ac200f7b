import { describe, expect, it } from 'vitest'
import { foundIn, isBlank, lastDay, lateCasesWith, lateWith, shareOf, spanBefore, type Board, type Late } from './board'

describe('the board', () => {
  it('leads to what a figure counts, unit by unit without those below', () => {
    const late: Late = { institution: { id: 'u', name: '甲' }, person: null, findings: 2, cases: 0, since: '2026-01-01', workdays: 3 }
    expect(lateWith(late)).toEqual({ path: '/findings', query: { severity: ['VIOLATION', 'SUSPICION'], institution: 'u', own: 'true', state: 'OPEN', overdue: 'true', assignee: 'none' } })
    expect(lateCasesWith(late)).toEqual({ path: '/cases', query: { institution: 'u', own: 'true', assignee: 'none', view: 'late' } })
    expect(lateWith({ ...late, person: { account: 'li', name: '李' } })).toMatchObject({ query: { assignee: 'li' } })
  })

  it('asks a month from its first day to its last', () => {
    expect(lastDay('2028-02')).toBe('2028-02-29')
    expect(foundIn('2026-11', null)).toMatchObject({ query: { 'firstSeen.from': '2026-11-01', 'firstSeen.to': '2026-11-30' } })
  })

  it('compares with the span that ends the day before', () => {
    expect(spanBefore({ before: '2026-06-03', from: '2026-09-01', to: '2026-11-29' })).toEqual({ from: '2026-06-03', to: '2026-08-31' })
  })

  it('says what the first few hold only where there are others', () => {
    expect(shareOf([6, 2, 1, 1], 10, 3)).toBeCloseTo(0.9)
    expect(shareOf([6, 2, 1], 9, 3)).toBeNull()
  })

  it('is blank where nothing is open and nothing was ever settled', () => {
    const months = [{ month: '2026-11', found: 0, settled: 0 }]
    const board = { units: [], late: [], better: [], months } as unknown as Board
    expect(isBlank(board)).toBe(true)
    expect(isBlank({ ...board, months: [{ month: '2026-11', found: 1, settled: 0 }] })).toBe(false)
  })
})
