import type { EChartsCoreOption } from 'echarts/core'
import type { Look } from '@/ui/chart/figure'
import { clock, fuelMark, isFuel, overSpeeds, type Bands, type Event, type Order } from './day'

/** Where the day lies within the chart, so that the slider above it is as long; the same at every width. */
export const inset = { left: 48, right: 48 }

type Words = { speed: string; fuel: string; stop: string; gap: string; order: string; litres: string; limit: string }
type Built = Record<string, unknown>
export interface BandsShown { speed: (number | null)[]; fuel: (number | null)[]; bands: Bands; orders: Order[]; events: Event[]; words: Words }

const minute = (second: number) => Math.round(second / 60)

/** Speed as an area, fuel as a line of its own scale; stops, gaps and orders as bands at the foot. */
export function bandsOption({ speed, fuel, bands, orders, events, words }: BandsShown): (look: Look, width: number) => EChartsCoreOption {
  return (look, width) => {
    const faint = { color: look.faint, fontSize: 11 }
    const hasFuel = fuel.some((level) => level !== null)
    const band = (spans: { from: number; to: number }[], colour: string, opacity: number, label: string): Built => ({
      silent: true, itemStyle: { color: colour, opacity }, label: { show: false, formatter: label },
      data: spans.map((span) => [{ xAxis: minute(span.from) }, { xAxis: Math.min(1439, minute(span.to)) }]),
    })
    const fast = overSpeeds(events)
    const limits = fast.map((one) => [{ coord: [minute(one.from), one.limit ?? 0], name: words.limit }, { coord: [Math.min(1439, Math.max(minute(one.from) + 1, minute(one.to))), one.limit ?? 0] }])
    const filled = events.filter(isFuel).flatMap((one) => {
      const level = fuel[Math.min(1439, minute(one.to) + 1)] ?? fuel[Math.min(1439, minute(one.to))]
      return level === null || level === undefined ? [] : [{ coord: [Math.min(1439, minute(one.to)), level], value: fuelMark(one), itemStyle: { color: one.kind === 'refuelled' ? look.palette[1] : look.danger }, symbol: one.kind === 'refuelled' ? 'triangle' : 'pin', symbolSize: one.kind === 'refuelled' ? 9 : 14, symbolRotate: one.kind === 'refuelled' ? 0 : 180 }]
    })
    const row = (name: string, at: number, spans: { from: number; to: number }[], colour: string, pattern?: Built): Built => ({
      name, type: 'custom', xAxisIndex: 1, yAxisIndex: 2, clip: true, itemStyle: { color: colour, decal: pattern },
      data: spans.map((span) => [minute(span.from), Math.min(1440, minute(span.to)), at]),
      encode: { x: [0, 1], y: 2 }, tooltip: { show: false },
      renderItem: (_: unknown, api: { value(n: number): number; coord(at: number[]): number[]; size(of: number[]): number[]; style(): Built }) => {
        const [x, y] = api.coord([api.value(0), api.value(2)]) as [number, number]
        const [end] = api.coord([api.value(1), api.value(2)]) as [number, number]
        const high = (api.size([0, 1])[1] ?? 12) * 0.62
        return { type: 'rect', shape: { x, y: y - high / 2, width: Math.max(2, end - x), height: high, r: 2 }, style: api.style() }
      },
    })
    return {
      animation: false, textStyle: { fontFamily: look.font, color: look.text },
      grid: [{ left: inset.left, right: inset.right, top: 24, bottom: 92 }, { left: inset.left, right: inset.right, height: 60, bottom: 24 }],
      tooltip: { trigger: 'axis', confine: true, backgroundColor: look.surface, borderColor: look.line, textStyle: { color: look.text, fontSize: 12 }, axisPointer: { lineStyle: { color: look.faint } }, valueFormatter: (value: unknown) => (typeof value === 'number' ? value.toFixed(0) : '—') },
      xAxis: [
        { type: 'category', data: speed.map((_, at) => clock(at * 60)), boundaryGap: false, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } } },
        { type: 'value', gridIndex: 1, min: 0, max: 1440, interval: width < 480 ? 360 : 120, axisLabel: { ...faint, formatter: (at: number) => clock(at * 60) }, splitLine: { lineStyle: { color: look.line } }, axisPointer: { show: false } },
      ],
      yAxis: [
        { type: 'value', name: 'km/h', nameTextStyle: { ...faint, align: 'right' }, nameGap: 8, axisLabel: faint, splitLine: { lineStyle: { color: look.line } }, splitNumber: 3 },
        { type: 'value', name: hasFuel ? words.litres : '', nameTextStyle: { ...faint, align: 'left' }, nameGap: 8, axisLabel: { ...faint, show: hasFuel }, splitLine: { show: false }, splitNumber: 3, min: 0 },
        { type: 'category', gridIndex: 1, data: [words.stop, words.gap, words.order], inverse: true, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...faint, width: 44, overflow: 'truncate', margin: 4 } },
      ],
      series: [
        { name: words.speed, type: 'line', data: speed, symbol: 'none', lineStyle: { color: look.palette[0], width: 1.5 }, itemStyle: { color: look.palette[0] }, areaStyle: { color: look.palette[0], opacity: 0.14 }, markArea: { ...band(bands.gaps, look.muted, 0.18, words.gap), data: [...(band(bands.gaps, look.muted, 0.18, '').data as unknown[]), ...fast.map((one) => [{ xAxis: minute(one.from), itemStyle: { color: look.danger, opacity: 0.22 } }, { xAxis: Math.min(1439, Math.max(minute(one.from) + 1, minute(one.to))) }])] }, markLine: { silent: true, symbol: 'none', lineStyle: { color: look.danger, type: 'dashed', width: 1.5 }, label: { show: false }, data: limits } },
        { name: words.fuel, type: 'line', yAxisIndex: 1, data: fuel, symbol: 'none', lineStyle: { color: look.palette[1], width: 1.5, type: [6, 3] }, itemStyle: { color: look.palette[1] }, markPoint: { silent: true, label: { show: true, position: 'top', distance: 2, color: look.text, fontSize: 11, formatter: '{c}' }, data: filled } },
        row(words.stop, 0, bands.stops, look.faint),
        row(words.gap, 1, bands.gaps, look.muted, { symbol: 'rect', color: look.hatch, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 }),
        row(words.order, 2, orders, look.palette[2]!),
      ],
    }
  }
}
