import { describe, expect, it } from 'vitest'
import { innocents, longest, shareOf, type Contribution, type Suspect } from './suspicion'

const sign = (en: string, weight: number) => ({ model: 'm', signal: { zh: en, en }, innocent: { zh: en, en }, weight }) as Contribution

describe('what speaks against somebody', () => {
  it('tells once what would clear it, the heaviest first', () => {
    expect(innocents([sign('late', 0.1), sign('far', 0.3), sign('late', 0.1)]).map((one) => [one.signal.en, one.times])).toEqual([['far', 1], ['late', 2]])
  })

  it('measures probabilities against certainty and units against each other', () => {
    const items = [{ score: 0.4 }, { score: 2.5 }] as Suspect[]
    expect(longest('vehicle', items)).toBe(1)
    expect(longest('institution', items)).toBe(2.5)
  })

  it('says which share of its vehicles a unit has to expect', () => {
    expect(shareOf({ score: 1.5, vehicles: 6 } as Suspect)).toBe(0.25)
  })
})
