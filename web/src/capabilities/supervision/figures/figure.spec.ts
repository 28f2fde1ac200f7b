import { describe, expect, it } from 'vitest'
import { farOff, scaleOf, tilesOf, type Figure, type Peers, type Ranked } from './figure'

const unit = (division: string | null, all: number) => ({ division, all, institution: { id: division ?? '', name: '' }, dimensions: [] }) as Ranked

describe('figures among their like', () => {
  it('lets one that is far out not squeeze the others', () => {
    const scale = scaleOf({ spread: { p05: 1, q1: 2, median: 3, q3: 4, p95: 5, mad: 1 }, figures: [{ value: 3 }, { value: 1000 }] } as Peers)
    expect(scale(3)).toBeGreaterThan(0.1)
    expect(scale(1000)).toBe(1)
  })

  it('calls far off what is more than three and a half deviations away', () => {
    expect([3.5, -3.6, null].map((z) => farOff({ z } as Figure))).toEqual([false, true, false])
  })

  it('tells divisions by the mean of their units', () => {
    expect(tilesOf([unit('a', 10), unit('b', 80), unit('a', 30), unit(null, 5)]).map((one) => [one.division, one.units, one.mean])).toEqual([['b', 1, 80], ['a', 2, 20], ['—', 1, 5]])
  })
})
