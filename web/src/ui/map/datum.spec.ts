import { describe, expect, it } from 'vitest'
import { fromGcj, metresBetween, spotOf, toGcj, toWgs, type Spot } from './datum'

/** WGS-84 and GCJ-02 of places, as three implementations have them. */
const places: [Spot, Spot][] = [
  [[39.908692, 116.397477], [39.91009549, 116.40372057]],
  [[30.287459, 120.153576], [30.28513427, 120.15827598]],
  [[43.792818, 87.617733], [43.79404257, 87.62058226]],
  [[23.129112, 113.264385], [23.12643534, 113.26971458]],
  [[31.1774276, 121.5272106], [31.17530398364597, 121.531541859215]],
]

describe('datums', () => {
  it('shift places as the maps of Amap and Tencent do', () => {
    for (const [wgs, gcj] of places) expect(metresBetween(toGcj(wgs), gcj)).toBeLessThan(0.01)
  })

  it('come back to where they were', () => {
    for (const [wgs] of places) expect(metresBetween(fromGcj(toGcj(wgs)), wgs)).toBeLessThan(0.001)
  })

  it('leave what lies abroad where it is', () => {
    expect(toGcj([48.85, 2.35])).toEqual([48.85, 2.35])
  })

  it('understand Baidu within a decimetre of its own shift', () => {
    // 天安门 as Baidu has it
    expect(metresBetween(toWgs([39.915112, 116.403963], 'BD09'), fromGcj([39.908722, 116.397499]))).toBeLessThan(30)
  })
})

describe('a copied place', () => {
  it.each([
    ['30.287459,120.153576', [30.287459, 120.153576]],
    ['120.153576, 30.287459', [30.287459, 120.153576]],
    ['纬度 30.2 经度 120.1', [30.2, 120.1]],
    ['87.6 43.8', [43.8, 87.6]],
  ])('%s is read in either order', (text, spot) => expect(spotOf(text)).toEqual(spot))

  it.each(['', '30.2', '1,2,3', '300, 200'])('%j is none', (text) => expect(spotOf(text)).toBeNull())
})
