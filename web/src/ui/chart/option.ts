import type { EChartsCoreOption } from 'echarts/core'
import { brief } from '../format'
import type { Figure, FigureSeries, Look } from './figure'

export type Drawn = (look: Look, width: number) => EChartsCoreOption
type Shown = (value: number) => string
type Built = Record<string, unknown>

const dashes = ['solid', [6, 3], [2, 3], [8, 3, 2, 3], [1, 2], [10, 4]]
const symbols = ['circle', 'diamond', 'rect', 'triangle', 'emptyCircle', 'pin']

/** ECharts' words for a figure. Colour is never the only difference: lines also differ in dash, ends carry their names. */
export function optionOf(figure: Figure, look: Look, shown: Shown, width: number): EChartsCoreOption {
  const ranking = figure.kind === 'ranking'
  const small = width < 480
  const lines = figure.kind === 'line' || figure.kind === 'area'
  const legend = (small || !lines) && figure.series.length > 1
  const value = { type: 'value', axisLabel: { color: look.faint, fontSize: 11, formatter: (tick: number) => brief(tick), hideOverlap: true }, splitLine: { lineStyle: { color: look.line } }, splitNumber: small ? 3 : 4 }
  const label = {
    type: 'category', data: figure.labels, inverse: ranking, boundaryGap: figure.kind !== 'line' && figure.kind !== 'area',
    axisTick: { show: false }, axisLine: { show: !ranking, lineStyle: { color: look.line } },
    axisLabel: { color: ranking ? look.text : look.faint, fontSize: ranking ? 12 : 11, hideOverlap: true, ...(ranking ? { width: small ? 96 : 160, overflow: 'truncate', interval: 0 } : {}) },
  }
  const names = lines && !small ? Math.min(180, 12 + 13 * Math.max(0, ...figure.series.map((one) => [...one.name].length))) : 16
  return {
    animationDuration: 250,
    textStyle: { fontFamily: look.font, color: look.text },
    grid: { left: ranking ? 4 : 8, right: ranking ? 64 : names, top: figure.unit && !ranking ? 28 : 12, bottom: legend ? 12 + 20 * legendRows(figure, width) : 4, containLabel: true },
    tooltip: tooltipOf(figure, look, shown),
    legend: { show: legend, bottom: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: look.faint, fontSize: 11 } },
    xAxis: ranking ? { ...value, show: false } : label,
    yAxis: ranking ? label : { ...value, name: figure.unit, nameTextStyle: { color: look.faint, fontSize: 11, align: 'left', padding: [0, 0, 0, -18] }, nameGap: 12 },
    series: figure.series.map((series, at) => seriesOf(figure, series, at, look, shown, small)),
  }
}

/** How many lines the names below take: each has its mark and, in Chinese, letters as wide as high. */
function legendRows(figure: Figure, width: number): number {
  let rows = 1
  let used = 0
  for (const { name } of figure.series) {
    const needed = 28 + [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11 : 6.5), 0)
    if (used && used + needed > width) [rows, used] = [rows + 1, 0]
    used += needed
  }
  return rows
}

function tooltipOf(figure: Figure, look: Look, shown: Shown): Built {
  return {
    trigger: 'axis', confine: true, backgroundColor: look.surface, borderColor: look.line, padding: [8, 12], textStyle: { color: look.text, fontSize: 12 },
    axisPointer: { type: figure.kind === 'line' || figure.kind === 'area' ? 'line' : 'shadow', lineStyle: { color: look.faint }, shadowStyle: { opacity: 0.06, color: look.text } },
    valueFormatter: (value: unknown) => (typeof value === 'number' ? `${shown(value)} ${figure.unit}` : '—'),
  }
}

function colourOf(series: FigureSeries, at: number, figure: Figure, look: Look): string {
  if (series.role === 'muted') return look.muted
  if (series.role === 'compare' && figure.series.length === 2) return look.muted
  return look.palette[at % look.palette.length]!
}

function seriesOf(figure: Figure, series: FigureSeries, at: number, look: Look, shown: Shown, small: boolean): Built {
  const color = colourOf(series, at, figure, look)
  const common = { name: series.name, data: series.values, itemStyle: { color }, emphasis: { focus: 'series' }, ...(at === 0 ? marksOf(figure, look, shown) : {}) }
  if (figure.kind === 'line' || figure.kind === 'area') {
    return {
      ...common, type: 'line', sampling: 'lttb', symbol: symbols[at % symbols.length], symbolSize: 6, showSymbol: figure.labels.length <= 12,
      lineStyle: { color, width: series.role === 'main' || figure.series.length === 1 ? 2.5 : 1.8, type: series.role === 'compare' ? [6, 3] : dashes[at % dashes.length] },
      areaStyle: figure.kind === 'area' && at === 0 ? { color, opacity: 0.1 } : undefined,
      // Sliding the label along a line with holes makes NaN of its place.
      animation: series.values.every((value) => value !== null),
      endLabel: { show: !small, formatter: '{a}', color, fontSize: 12, distance: 6 },
      labelLayout: { moveOverlap: 'shiftY' },
    }
  }
  const ranking = figure.kind === 'ranking'
  const labelled = (ranking || figure.labels.length <= 14) && figure.series.length === 1
  return {
    ...common, type: 'bar', stack: figure.kind === 'stack' ? 'all' : undefined, barMaxWidth: ranking ? 18 : 32, barGap: '15%',
    itemStyle: { color, borderRadius: figure.kind === 'stack' ? 0 : ranking ? [0, 3, 3, 0] : [3, 3, 0, 0], decal: figure.kind === 'stack' ? decal(at, look) : undefined },
    label: { show: labelled && !(small && !ranking), position: ranking ? 'right' : 'top', color: look.faint, fontSize: 11, formatter: ({ value }: { value: number }) => shown(value) },
  }
}

/** Stacked parts touch, so every second one is hatched: grey print keeps them apart. */
function decal(at: number, look: Look): Built | undefined {
  return at % 2 === 0 ? undefined : { symbol: 'rect', color: look.hatch, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, symbolSize: 1 }
}

function marksOf(figure: Figure, look: Look, shown: Shown): Built {
  const axis = figure.kind === 'ranking' ? 'xAxis' : 'yAxis'
  const across = figure.kind === 'ranking' ? 'yAxis' : 'xAxis'
  return {
    markLine: figure.limits?.length
      ? {
          silent: true, symbol: 'none', lineStyle: { color: look.danger, type: [4, 3], width: 1.2 },
          label: { position: 'insideStartTop', color: look.danger, fontSize: 11 },
          data: figure.limits.map((limit) => ({ [axis]: limit.value, label: { formatter: `${limit.label} ${shown(limit.value)}` } })),
        }
      : undefined,
    markArea: figure.spans?.length
      ? {
          silent: true, itemStyle: { color: look.muted, opacity: 0.16 }, label: { color: look.faint, fontSize: 11, position: 'insideTop' },
          data: figure.spans.map((span) => [{ [across]: span.from, name: span.label }, { [across]: span.to }]),
        }
      : undefined,
  }
}
