import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import { anomalyBands, sentence, weighty, type Anomaly } from './anomalies'
import type { Day } from './days'

const units = { amount: 'kWh', rate: 'kW', load: '负荷' }
const anomaly = (kind: string, start: string, end: string, figures: Record<string, unknown>, about = ''): Anomaly => ({ kind, about, start: `${start}+08:00`, end: `${end}+08:00`, settled: true, figures })
const nights = anomaly('meter.night', '2026-03-02T00:00:00', '2026-03-04T23:00:00', { nights: 2, usual: 22, extra: 20, limit: 26.4 })
const day = (date: string, night: number | null): Day => ({ day: date, kind: 'WORKDAY', name: null, hours: [...Array<number | null>(5).fill(night), ...Array<number>(19).fill(10)] })
const days = [day('2026-03-01', 4.4), day('2026-03-02', 6), day('2026-03-03', 4.4), day('2026-03-04', 6), day('2026-03-05', 6)]

describe('anomalies of a meter', () => {
  beforeAll(() => speak('zh-CN'))

  it('are told with their numbers', () => {
    expect(sentence(nights, units)).toContain('2 夜')
    expect(sentence(nights, units)).toContain('22.0 kWh')
    expect(sentence(nights, units)).toContain('32.0 kWh')
    expect(sentence(anomaly('meter.zero', '2026-03-02T00:00:00', '2026-03-04T23:00:00', { hours: 72 }), units)).toContain('72')
    expect(sentence(anomaly('meter.level', '2026-03-02T00:00:00', '2026-03-04T23:00:00', { level: 90, usual_low: 100, usual_high: 120 }), units)).toContain('低于')
  })

  it('mark the nights above the usual, and no others', () => {
    expect(anomalyBands([nights], days, 1).map(({ from }) => from)).toEqual([1, 3])
    expect(anomalyBands([nights], days, 24).map(({ from, to }) => [from, to])).toEqual([[24, 28], [72, 76]])
  })

  it('mark the hours they last', () => {
    expect(anomalyBands([anomaly('meter.zero', '2026-03-02T05:00:00', '2026-03-03T07:00:00', { hours: 27 })], days, 24).map(({ from, to }) => [from, to])).toEqual([[29, 55]])
    expect(anomalyBands([anomaly('meter.zero', '2026-04-02T05:00:00', '2026-04-03T07:00:00', { hours: 27 })], days, 24)).toEqual([])
  })

  it('stand with what somebody should look at first', () => {
    const odd = anomaly('meter.odd', '2026-03-05T00:00:00', '2026-03-05T00:00:00', { value: 1 }, 'value')
    expect(weighty([odd, nights])).toEqual([nights, odd])
  })
})
