import { describe, expect, it } from 'vitest'
import { corrected, notable, spanOf } from './metering'

describe('consumption of a meter', () => {
  it('looks back as far as its grain is worth', () => {
    expect(spanOf('day', '2026-03-01')).toEqual({ from: '2026-01-30', to: '2026-03-01' })
    expect(spanOf('month', '2026-03-01').from).toBe('2025-01-01')
    expect(spanOf('quarterHour', '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  })

  it('warns of what is unusual only', () => {
    expect(notable(['INTERPOLATED', 'IN_GAP', 'NO_CO2'])).toEqual(['IN_GAP'])
  })

  it('tells a closed month as booked and as it is known now', () => {
    const entry = (number: number, amount: number) => ({ month: '2026-09-01', number, notedAt: '', amount, cost: null })
    expect(corrected([entry(0, 480), entry(1, 1000)])).toEqual([{ month: '2026-09', booked: 480, now: 1000, corrections: 1 }])
    expect(corrected([entry(1, 7)])[0]!.booked).toBeNull()
  })
})
