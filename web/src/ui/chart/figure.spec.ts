import { describe, expect, it } from 'vitest'
import { csv } from '../ledger/copy'
import { describe as words, tableOf, type Figure, type Look } from './figure'
import { optionOf } from './option'

const figure: Figure = {
  kind: 'line', title: '本年用电比上年少 6.2 %', unit: 'kWh', by: '月份', labels: ['1月', '2月'],
  series: [{ name: '2026 年', role: 'main', values: [210, null] }, { name: '2025 年', role: 'compare', values: [230, 200] }],
  limits: [{ label: '定额', value: 220 }],
}
const look: Look = { text: '#000', faint: '#666', line: '#ddd', surface: '#fff', danger: '#b00', font: 'sans-serif', palette: ['#1', '#2', '#3'], muted: '#999', hatch: '#fff', heat: [] }
const option = (of: Figure, width = 900) => optionOf(of, look, String, width) as { series: Record<string, never>[]; legend: { show: boolean } }

describe('a figure', () => {
  it('is a table with its units in the heads and nothing where nothing is known', () => {
    expect(tableOf(figure)).toEqual([['月份', '2026 年 (kWh)', '2025 年 (kWh)'], ['1月', 210, 230], ['2月', '', 200]])
  })

  it('says words beside its numbers, each series in its own unit', () => {
    const nights: Figure = { ...figure, words: [{ head: '判断', values: ['超过', ''] }], series: [{ name: '夜间占比', unit: '%', values: [0.1 + 0.2, 41] }] }

    expect(tableOf(nights)).toEqual([['月份', '判断', '夜间占比 (%)'], ['1月', '超过', 0.3], ['2月', '', 41]])
  })

  it('is described for those who do not see it', () => {
    expect(words(figure, String)).toBe('本年用电比上年少 6.2 %. 2026 年: 210–210 kWh (1月 / 1月). 2025 年: 200–230 kWh (2月 / 1月). 定额 220 kWh')
  })

  it('differs by more than colour: the compared line is dashed and lines carry their names', () => {
    const [main, compared] = option(figure).series as unknown as { lineStyle: { type: unknown }; endLabel: { show: boolean } }[]

    expect(main!.lineStyle.type).toBe('solid')
    expect(compared!.lineStyle.type).toEqual([6, 3])
    expect(compared!.endLabel.show).toBe(true)
  })

  it('names its series below on a phone, where lines have no room for names', () => {
    expect(option(figure).legend.show).toBe(false)
    expect(option(figure, 340).legend.show).toBe(true)
  })
})

describe('a CSV', () => {
  it('quotes what needs it and lets no cell start a formula', () => {
    expect(csv([['a,b', '=1+1', -5], ['say "x"', '-2.5', '-SUM(A1)']])).toBe('\ufeff"a,b",\'=1+1,-5\r\n"say ""x""",-2.5,\'-SUM(A1)\r\n')
  })
})
