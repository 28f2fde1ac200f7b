import { describe, expect, it } from 'vitest'
import { linkOf, measureOf, placesOf } from './finding'
import { nextOrder } from './findingsLedger'

describe('the measure of a finding', () => {
  it('is what lies above a ceiling', () => {
    expect(measureOf({ actual: 47.6, limit: 18, excess: 29.6 })).toMatchObject({ kind: 'above', excess: 29.6, share: 29.6 / 18 })
  })

  it('is what is missing to a floor', () => {
    expect(measureOf({ actual: 0.58, limit: 0.65, excess: null })).toMatchObject({ kind: 'below' })
  })

  it('is not drawn for what is no number', () => {
    expect(measureOf({ actual: '2026-01-01', limit: '2025-12-01', excess: null })).toBeNull()
    expect(measureOf({ actual: null, limit: 3, excess: null })).toBeNull()
  })

  it('has no share of a limit of nought', () => {
    expect(measureOf({ actual: 34, limit: 0, excess: 34 })?.share).toBeNull()
  })
})

describe('the path of a finding', () => {
  const been = (...to: Parameters<typeof placesOf>[1][number]['to'][]) => to.map((one) => ({ to: one }))

  it('shows what is behind, where it is, and what is ahead', () => {
    expect(placesOf('RECTIFYING', been('NEW', 'VERIFYING', 'RECTIFYING'))).toEqual(['past', 'past', 'here', 'ahead', 'ahead'])
  })

  it('does not pretend that a stage was gone through', () => {
    expect(placesOf('REVIEWING', been('NEW', 'REVIEWING'))).toEqual(['past', 'skipped', 'skipped', 'here', 'ahead'])
  })

  it('ends where it was when it mended by itself', () => {
    expect(placesOf('MENDED', been('NEW', 'VERIFYING', 'MENDED'))).toEqual(['past', 'past', 'skipped', 'skipped', 'skipped'])
  })
})

describe('evidence', () => {
  it('links the objects it names, and only objects', () => {
    expect(linkOf({ person: '王晓明', person_id: 'p1' }, 'person')).toBe('/objects/person/p1')
    expect(linkOf({ vehicle: { kind: 'vehicle', id: 'v1', title: '云A1' } }, 'vehicle')).toBe('/objects/vehicle/v1')
    expect(linkOf({ card: '9001', card_id: 'c1' }, 'card')).toBeNull()
  })
})

describe('the order of the list', () => {
  const clicks = (column: string) => ['', 1, 2, 3].reduce<string[]>((seen, _, n) => (n ? [...seen, nextOrder(seen[n - 1]!, column)] : seen), [''])

  it('turns and ends where it began', () => {
    expect(clicks('dueOn')).toEqual(['', 'dueOn', '-dueOn', ''])
  })

  it('begins with the worst where there is a worst', () => {
    expect(clicks('severity')).toEqual(['', '-severity', 'severity', ''])
    expect(clicks('excess')).toEqual(['', '-excess', 'excess', ''])
  })

  it('begins anew with another column', () => {
    expect(nextOrder('-excess', 'institution')).toBe('institution')
  })
})
