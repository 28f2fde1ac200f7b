import { describe, expect, it } from 'vitest'
import { bodyOf, isWhole, pointsOf, wish } from './commands'
import { gist, type Command } from './line'

describe('what one says to a terminal', () => {
  it('takes places as degrees and gives millionths', () => {
    expect(pointsOf('22.543096, 114.057865\n22.5，114')).toEqual([
      { latitude: 22_543_096, longitude: 114_057_865 },
      { latitude: 22_500_000, longitude: 114_000_000 },
    ])
    expect(pointsOf('22.5')).toBeNull()
    expect(pointsOf('114.05, 222.5')).toBeNull()
    expect(pointsOf('')).toBeNull()
  })

  it('waits until there is enough of it', () => {
    expect(isWhole(wish())).toBe(false)
    expect(isWhole({ ...wish(), text: '绕行' })).toBe(true)
    expect(isWhole({ ...wish(), command: 'SET_POLYGON', points: '22,114\n22,115' })).toBe(false)
    expect(isWhole({ ...wish(), command: 'SET_POLYGON', points: '22,114\n22,115\n23,115' })).toBe(true)
    expect(isWhole({ ...wish(), command: 'DELETE_CIRCLES', ids: '1, 2' })).toBe(true)
    expect(isWhole({ ...wish(), command: 'DELETE_CIRCLES', ids: 'a' })).toBe(false)
  })

  it('says speed only where it is limited', () => {
    const circle = { ...wish(), command: 'SET_CIRCLES' as const, points: '22,114', name: '园区' }
    expect(bodyOf(circle)).toEqual({ action: 1, areas: [{ id: 1, attributes: 0b111100, addition: { name: '园区' }, centre: { latitude: 22e6, longitude: 114e6 }, radiusMetres: 500 }] })
    expect(bodyOf({ ...circle, maxSpeed: 60 })).toMatchObject({ areas: [{ attributes: 0b111110, limit: { maxSpeed: 60, seconds: 10 } }] })
    expect(bodyOf({ ...wish(), command: 'TRACK', interval: 0 })).toEqual({ intervalSeconds: 0 })
  })

  it('asks a camera for pictures that are sent at once', () => {
    expect(bodyOf({ ...wish(), command: 'TAKE_PICTURES', channel: 2, pictures: 3 })).toMatchObject({ channel: 2, command: 3, save: 0 })
  })

  it('is told in one line', () => {
    const of = (body: Record<string, unknown>) => gist({ body } as Command)
    expect(of({ text: '绕行' })).toBe('绕行')
    expect(of({ parameters: [{ id: '0x0029', value: '30' }] })).toBe('0x0029 = 30')
    expect(of({ areas: [{ id: 3, addition: { name: '' } }] })).toBe('#3')
    expect(of({ ids: [] })).toBe('*')
    expect(of({})).toBe('')
  })
})
