import { describe, expect, it } from 'vitest'
import { isAside, placesOf, stages, type CaseStep } from './case'

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
