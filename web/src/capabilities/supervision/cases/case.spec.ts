import { describe, expect, it } from 'vitest'
import { filterOf, isAside, narrowed, placesOf, stages, type CaseStep } from './case'

describe('the way of a case', () => {
  it('tells what is behind it, where it is and what it never needed', () => {
    const history = [{ to: 'RECTIFYING' as const }, { to: 'VERIFYING' as const }, { to: 'ALERT' as const }]

    expect(placesOf('RECTIFYING', history)).toEqual(['past', 'past', 'skipped', 'here', 'ahead', 'ahead', 'ahead'])
  })

  it('has nothing ahead once it is closed', () => {
    expect(placesOf('CLOSED', stages.map((to) => ({ to })))).toEqual(['past', 'past', 'past', 'past', 'past', 'past', 'here'])
  })

  it('keeps what is not the next step aside', () => {
    expect(['VERIFY', 'EXTEND', 'ASSIGN'].map((step) => isAside({ step } as CaseStep))).toEqual([false, true, true])
  })
})

describe('a tray that is narrowed down', () => {
  it('is asked for as the address says, and a unit alone only where one is named', () => {
    expect(filterOf({ institution: 'u', own: 'true', assignee: 'li', view: 'late' })).toEqual({ institution: 'u', own: 'true', assignee: 'li' })
    expect(filterOf({ own: 'true', assignee: ['a', 'b'] })).toEqual({ institution: undefined, own: undefined, assignee: undefined })
    expect([narrowed(filterOf({ institution: 'u' })), narrowed(filterOf({ assignee: 'none' }))]).toEqual([false, true])
  })
})
