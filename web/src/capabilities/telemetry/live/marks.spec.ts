import { describe, expect, it } from 'vitest'
import type { TerminalNow } from '@/api/telemetry'
import { countsOf, matching, merged } from '@/ui/terminal/terminals'
import { markAt, marksOf, nameable, sharesOf } from './marks'

const sheet = { width: 800, height: 600, at: (lat: number, lon: number) => ({ x: lon, y: lat }) as never }

function terminal(id: string, x: number, y: number, more: Partial<TerminalNow> = {}): TerminalNow {
  return {
    id, phone: `1380${id}`, plate: null, institutionId: 'i', institutionName: '市财政局', state: 'STANDING', since: null, astray: false, refused: false, hidden: false,
    place: { at: '', lat: y * 1e6, lon: x * 1e6, speed: 0, direction: 0, ignition: false, litres: null, percent: null }, ...more,
  }
}

describe('marks on the live map', () => {
  it('stand for one vehicle each while they are few', () => {
    expect(marksOf([terminal('a', 10, 10), terminal('b', 11, 10)], sheet)).toHaveLength(2)
  })

  it('are named where their names lie on nothing, the chosen one always', () => {
    const marks = [['a', 10, 10], ['b', 40, 12], ['c', 10, 60]].map(([id, x, y]) => ({ x: x as number, y: y as number, all: [terminal(id as string, 0, 0)] }))
    const names = (chosen: string | null, all = true) => nameable(marks, chosen, all, () => 50).map((mark) => mark.all[0]!.id)
    expect(names(null)).toEqual(['b', 'c'])
    expect(names('a')).toEqual(['a', 'c'])
    expect(names('a', false)).toEqual(['a'])
  })

  it('of several tell how many move, stand and are silent', () => {
    const all = [terminal('a', 1, 1, { state: 'MOVING' }), terminal('b', 1, 1), terminal('c', 1, 1, { state: 'SILENT' }), terminal('d', 1, 1, { state: 'NEVER' })]
    const colours = { good: 'g', accent: 'a', warn: 'w' }
    expect(sharesOf({ x: 0, y: 0, all }, colours)).toEqual([{ share: 0.25, colour: 'g' }, { share: 0.25, colour: 'a' }, { share: 0.5, colour: 'w' }])
    expect(sharesOf({ x: 0, y: 0, all: all.slice(1, 2) }, colours)).toEqual([{ share: 1, colour: 'a' }])
  })

  it('leave out what is not in sight or has no place', () => {
    expect(marksOf([terminal('a', 900, 10), terminal('b', 5, 5, { place: null })], sheet)).toEqual([])
  })

  it('gather ten thousand vehicles into some hundred, and lose none', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => terminal(String(n), (n * 37) % 800, (n * 91) % 600))
    const marks = marksOf(all, sheet)

    expect(marks.length).toBeLessThan(250)
    expect(marks.reduce((sum, mark) => sum + mark.all.length, 0)).toBe(10_000)
  })

  it('are meant by a click near them, the nearest first', () => {
    const marks = marksOf([terminal('a', 100, 100), terminal('b', 108, 100)], sheet)

    expect(markAt(marks, 107, 101)?.all[0]!.id).toBe('b')
    expect(markAt(marks, 300, 300)).toBeNull()
  })
})

describe('the list beside the map', () => {
  const all = [terminal('1', 1, 1, { plate: '示A10001', state: 'MOVING' }), terminal('2', 1, 1), terminal('3', 1, 1, { state: 'NEVER' })]

  it('counts each state', () => expect(countsOf(all)).toEqual({ MOVING: 1, STANDING: 1, SILENT: 0, NEVER: 1 }))

  it('is narrowed by state and by letters of plate, number or unit', () => {
    expect(matching(all, ['MOVING', 'NEVER'], '')).toHaveLength(2)
    expect(matching(all, [], 'a10')).toEqual([all[0]])
    expect(matching(all, [], '财政')).toHaveLength(3)
  })

  it('takes over what has changed and keeps its order', () => {
    const known = merged(new Map(), all)

    expect([...merged(known, [terminal('1', 2, 2, { state: 'SILENT' })]).values()].map((one) => one.state)).toEqual(['SILENT', 'STANDING', 'NEVER'])
  })
})
