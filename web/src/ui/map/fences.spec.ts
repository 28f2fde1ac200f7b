import { describe, expect, it } from 'vitest'
import { boundaryOf, cornersOf } from './fences'

describe('a fence that is drawn', () => {
  it('comes back as it was written', () => {
    const corners = cornersOf('120.1 30.2; 120.2，30.2；120.2 30.3')
    expect(corners).toEqual([[30.2, 120.1], [30.2, 120.2], [30.3, 120.2]])
    expect(cornersOf(boundaryOf(corners))).toEqual(corners)
    expect(boundaryOf([[30.1234567, 114]])).toBe('114.000000 30.123457')
  })

  it('leaves out what is no place', () => {
    expect(cornersOf('')).toEqual([])
    expect(cornersOf('a b; 1 2')).toEqual([[2, 1]])
  })
})
