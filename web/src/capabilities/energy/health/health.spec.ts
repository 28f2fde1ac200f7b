import { describe, expect, it } from 'vitest'
import { byNeed, countsOf, failing, type MeterHealth, type SourceHealth } from './health'

const meter = (code: string, state: MeterHealth['state'], heardAt: string | null = null): MeterHealth => ({ id: code, code, name: code, energyKind: 'ELECTRICITY', institutionId: '', institutionName: '', state, source: null, heardAt, lastAt: null, failure: null })
const source = (name: string, more: Partial<SourceHealth>): SourceHealth => ({ id: name, name, protocol: 'MQTT', institutionId: '', institutionName: '', enabled: true, points: 0, heardAt: '2026-03-01T00:00:00Z', failure: null, failures: 0, ...more })

describe('health of meters', () => {
  it('puts what needs somebody first, and of that what has been quiet longest', () => {
    const all = [meter('a', 'REPORTING'), meter('b', 'SILENT', '2026-03-02'), meter('c', 'SILENT', '2026-03-01'), meter('d', 'FAILED')]
    expect(byNeed(all).map((one) => one.code)).toEqual(['d', 'c', 'b', 'a'])
  })

  it('counts every state, those without a meter too', () => {
    expect(countsOf([meter('a', 'STUCK'), meter('b', 'STUCK')])).toEqual({ FAILED: 0, SILENT: 0, STUCK: 2, NEVER: 0, REPORTING: 0 })
  })

  it('names sources that fail or never spoke, and none that is switched off', () => {
    const all = [source('fine', {}), source('failing', { failures: 3 }), source('never', { heardAt: null }), source('off', { enabled: false, failures: 9 })]
    expect(failing(all).map((one) => one.name)).toEqual(['failing', 'never'])
  })
})
