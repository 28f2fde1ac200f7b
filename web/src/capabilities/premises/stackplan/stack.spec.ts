import { describe, expect, it } from 'vitest'
import { barsOf, keyOf, kindsOf, neighbour, type Room, type StackPlan } from './stack'

const room = (id: string, usableArea: number, over: Partial<Room> = {}): Room => ({
  id, number: id, use: 'OFFICE', usableArea, wing: null, state: 'OCCUPIED', occupants: [{ id: 'p', name: '甲', rank: 'R', rankName: '正科' }], departmentName: null, institution: { id: 'i1', name: '一局' }, limit: 18, excess: null, ...over,
})
const plan = (...floors: [number, ...Room[]][]) => ({ floors: floors.map(([number, ...rooms]) => ({ id: `f${number}`, number, name: null, usableArea: null, rooms })) }) as unknown as StackPlan

describe('a stack plan', () => {
  const two = plan([-1, room('B1', 90)], [1, room('101', 20), room('102', 40)], [2, room('201', 30)])

  it('stands with its highest floor on top, all floors on one scale', () => {
    const bars = barsOf(two)

    expect(bars.map((bar) => bar.floor.number)).toEqual([2, 1, -1])
    expect(bars[2]!.rooms[0]!.share).toBe(1)
    expect(bars[1]!.rooms[1]!.share).toBeCloseTo(40 / 90)
  })

  it('is walked by arrows: along a floor, and to what lies above or below', () => {
    const bars = barsOf(two)

    expect(neighbour(bars, '101', 'right')).toBe('102')
    expect(neighbour(bars, '102', 'right')).toBe('102')
    expect(neighbour(bars, '102', 'up')).toBe('201')
    expect(neighbour(bars, '101', 'down')).toBe('B1')
    expect(neighbour(bars, 'B1', 'up')).toBe('102')
  })

  it('steps over floors without rooms', () => {
    expect(neighbour(barsOf(plan([3, room('301', 9)], [2], [1, room('101', 9)])), '301', 'down')).toBe('101')
  })

  it('has no rooms at all without falling over', () => {
    expect(barsOf(plan([1])).map((bar) => bar.area)).toEqual([0])
    expect(neighbour(barsOf(plan([1])), 'x', 'up')).toBe('x')
  })
})

describe('a room', () => {
  it('is far above its limit, above it, within it, or nobody knows', () => {
    expect(keyOf(room('1', 30, { state: 'OVER', limit: 18, excess: 12 }), 'over')).toBe('OVER_FAR')
    expect(keyOf(room('1', 19, { state: 'OVER', limit: 18, excess: 1 }), 'over')).toBe('OVER')
    expect(keyOf(room('1', 18), 'over')).toBe('WITHIN')
    expect(keyOf(room('1', 18, { limit: null }), 'over')).toBe('UNSET')
    expect(keyOf(room('1', 18, { state: 'NOT_OFFICE', occupants: [] }), 'over')).toBe('NOT_OFFICE')
  })

  it('is idle, shared or taken', () => {
    expect(keyOf(room('1', 18, { state: 'IDLE', occupants: [] }), 'idle')).toBe('IDLE')
    expect(keyOf(room('1', 60, { state: 'OVER', occupants: [{} as never, {} as never] }), 'idle')).toBe('SHARED')
  })
})

describe('the legend', () => {
  it('counts rooms and square metres, what is worst first', () => {
    const kinds = kindsOf(plan([1, room('1', 18), room('2', 30, { state: 'OVER', excess: 12 }), room('3', 30, { state: 'OVER', excess: 12 })]), 'over')

    expect(kinds.map(({ key, rooms, area }) => [key, rooms, area])).toEqual([['OVER_FAR', 2, 60], ['WITHIN', 1, 18]])
  })

  it('gives units letters, the largest first', () => {
    const kinds = kindsOf(plan([1, room('1', 10), room('2', 50, { institution: { id: 'i2', name: '二局' } })]), 'unit')

    expect(kinds.map(({ key, letter }) => [key, letter])).toEqual([['i2', 'A'], ['i1', 'B']])
  })
})
