import { describe, expect, it } from 'vitest'
import { blank, isWhole, toStep, toWritten } from './reorganizations'

describe('a step of a reorganization', () => {
  it('is whole once both units are chosen, or the new name is there', () => {
    const unit = { id: 'a', name: '粮食局' }
    expect(isWhole(blank())).toBe(false)
    expect(isWhole({ ...blank(), unit })).toBe(false)
    expect(isWhole({ ...blank(), unit, other: { id: 'b', name: '商务局' } })).toBe(true)
    expect(isWhole({ ...blank(), unit, kind: 'RENAME', name: ' ' })).toBe(false)
    expect(isWhole({ ...blank(), unit, kind: 'RENAME', name: '粮食和物资储备局' })).toBe(true)
  })

  it('is sent without what its kind does not have, and comes back as it was', () => {
    const renamed = { kind: 'RENAME' as const, unit: { id: 'a', name: '粮食局' }, other: { id: 'b', name: '商务局' }, name: ' 新名 ' }
    expect(toStep(renamed)).toEqual({ kind: 'RENAME', institution: 'a', name: '新名' })
    const merge = { kind: 'MERGE' as const, institution: 'a', institutionName: '粮食局', target: 'b', targetName: '商务局' }
    expect(toStep(toWritten(merge))).toEqual({ kind: 'MERGE', institution: 'a', target: 'b' })
  })
})
