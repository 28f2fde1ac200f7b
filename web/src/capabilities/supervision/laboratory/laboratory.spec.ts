import { describe, expect, it } from 'vitest'
import { around, countAt, diff, precisionOf, rangeOf } from './laboratory'

describe('what a number finds', () => {
  const counted = { foretold: true, found: 3, lenient: true, regions: [{ region: '甲市', always: 1, stops: [8.5, 9.5, 12] }] }
  it('is fewer for a greater value where greater is more lenient', () => {
    expect(countAt(counted, 8)).toEqual([{ region: '甲市', n: 4 }])
    expect(countAt(counted, 9)).toEqual([{ region: '甲市', n: 3 }])
    expect(countAt(counted, 13)).toEqual([{ region: '甲市', n: 1 }])
  })
  it('leaves out what lies exactly on the limit', () => expect(countAt(counted, 9.5)).toEqual([{ region: '甲市', n: 2 }]))
  it('is more for a greater value where a share must be reached', () => expect(countAt({ ...counted, lenient: false }, 10)).toEqual([{ region: '甲市', n: 3 }]))
  it('is asked in a range that reads well', () => {
    expect(rangeOf(9)).toEqual({ from: 4.5, to: 13.5, step: 0.1 })
    expect(rangeOf(180000)).toEqual({ from: 90000, to: 270000, step: 1000 })
  })
})

describe('two wordings', () => {
  it('differ in the lines that changed', () => {
    expect(diff('a\nb\nc', 'a\nx\nc').map((line) => `${line.kind} ${line.text}`)).toEqual(['same a', 'removed b', 'added x', 'same c'])
  })
  it('are shown with the lines around a change and a gap between', () => {
    const lines = diff('1\n2\n3\n4\n5\n6\n7\n8\n9', '1\n2x\n3\n4\n5\n6\n7\n8x\n9')
    expect(around(lines, 1).map((line) => line?.text ?? '…')).toEqual(['1', '2', '2x', '3', '…', '7', '8', '8x', '9'])
  })
})

it('has no precision while nobody has decided', () => {
  expect(precisionOf({ confirmed: 0, dismissed: 0 })).toBeNull()
  expect(precisionOf({ confirmed: 3, dismissed: 1 })).toBe(0.75)
})
