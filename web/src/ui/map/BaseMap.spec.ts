import { flushPromises, mount } from '@vue/test-utils'
import L from 'leaflet'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import BaseMap from './BaseMap.vue'
import { toGcj, type Datum, type Spot } from './datum'
import type { Sheet } from './canvas'

const settings = vi.hoisted(() => ({ tiles: 'https://tiles.example/{z}/{x}/{y}.png', subdomains: '', deepest: 18, attribution: '审图号', datum: 'GCJ02' as Datum }))
vi.mock('./settings', () => ({ mapSettings: () => Promise.resolve(settings), sites: () => Promise.resolve([]) }))

const wuhan: Spot = [30.593099, 114.305393]
let painted: Sheet | null = null

async function aMap() {
  vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => (draw(), 1))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(new Proxy({}, { get: () => () => ({ width: 0 }), set: () => true }) as never)
  const map = mount(BaseMap, { props: { description: '图', paint: (sheet: Sheet) => (painted = sheet), start: { lat: wuhan[0], lon: wuhan[1], zoom: 12 } }, global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return map
}

describe('a map of shifted tiles', () => {
  beforeEach(() => (painted = null))

  it('is moved to a place by one shift, and says the place as it was', async () => {
    settings.datum = 'GCJ02'
    const gone = vi.spyOn(L.Map.prototype, 'setView')
    const map = await aMap()
    ;(map.vm as unknown as { show: (lat: number, lon: number) => void }).show(...wuhan)
    expect(gone.mock.lastCall![0]).toEqual(toGcj(wuhan))
    const { lat, lon } = map.emitted<[{ lat: number; lon: number }]>('moved')!.at(-1)![0]
    expect(lat).toBeCloseTo(wuhan[0], 5)
    expect(lon).toBeCloseTo(wuhan[1], 5)
  })

  it('draws a vehicle where the tile shows its street', async () => {
    settings.datum = 'GCJ02'
    const drawn = vi.spyOn(L.Map.prototype, 'latLngToContainerPoint')
    await aMap()
    painted!.at(...wuhan)
    expect(drawn.mock.lastCall![0]).toEqual(toGcj(wuhan))
  })

  it('shifts nothing where the tiles are not shifted', async () => {
    settings.datum = 'WGS84'
    const drawn = vi.spyOn(L.Map.prototype, 'latLngToContainerPoint')
    await aMap()
    painted!.at(...wuhan)
    expect(drawn.mock.lastCall![0]).toEqual(wuhan)
  })
})
