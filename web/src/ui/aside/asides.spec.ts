import { describe, expect, it } from 'vitest'
import { reasonDetail, reasonKey, wished } from './asides'

describe('what was set aside', () => {
  it('is named by what people can do about it', () => {
    expect(reasonKey('energy/meter-not-known')).toBe('meter-not-known')
    expect(reasonKey('meters/json-unfit')).toBe('json-unfit')
    expect(reasonKey('meters/value-malformed')).toBe('unfit')
    expect(reasonKey('23514 ERROR: new row violates check constraint "x"')).toBe('constraint')
    expect(reasonKey('22P05 ERROR: unsupported Unicode escape sequence')).toBe('value')
    expect(reasonKey('whatever')).toBe('other')
  })

  it('says in the words of the database what the name leaves out', () => {
    expect(reasonDetail('23514 ERROR: new row violates "x"')).toBe('new row violates "x"')
    expect(reasonDetail('energy/meter-not-known')).toBe('')
  })

  it('is tried as ticked, or all of the reason, and never all of everything', () => {
    expect(wished(new Set([9, 3]), 'r')).toEqual({ ids: [3, 9] })
    expect(wished(new Set(), 'r')).toEqual({ reason: 'r' })
    expect(wished(new Set(), '')).toBeNull()
  })
})
