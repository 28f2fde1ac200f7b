import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { seenOf } from './words'

describe('what was read', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('gives each ledger its rows, in their order', () => {
    const seen = seenOf('fleet.trip 2: destination; organization.person 1: name', ['a', 'b', 'c'])
    expect(seen.map((part) => part.rows.map((row) => row.id))).toEqual([['a', 'b'], ['c']])
  })

  it('has nothing to show of what was erased', () => {
    expect(seenOf('', [])).toEqual([])
  })
})
