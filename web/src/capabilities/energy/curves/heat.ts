import { currentLanguage, t } from '@/app/i18n'
import type { Look } from '@/ui/chart/figure'
import type { Drawn } from '@/ui/chart/option'
import { tip } from '@/ui/chart/tip'
import { bandSeries, type Band } from './bands'
import { amountOf, hoursOf, isRest, percentile, readOf, runsOf, type Day, type Night } from './days'
import { dateTicks, labelAxis, tooltip, type Built } from './options'
import type { Range } from './range'
import { dayWords, figure, kindWords, type Units } from './words'

/** Between which values the colours stretch: a single freak hour must not bleach all others. */
export function domainOf(values: (number | null)[]): [number, number] {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b)
  const [low, high] = [percentile(sorted, 0.02) ?? 0, percentile(sorted, 0.98) ?? 1]
  return high > low ? [Math.max(0, low), high] : [0, Math.max(high, 1)]
}

const visualMap = (look: Look, [min, max]: [number, number]): Built => ({ show: false, min, max, dimension: 2, seriesIndex: 0, inRange: { color: look.heat } })
const item = (params: unknown) => (params as { data: { value: unknown[] } | unknown[] }).data
const valueOf = (params: unknown) => (Array.isArray(item(params)) ? (item(params) as unknown[]) : (item(params) as { value: unknown[] }).value)

function markOf(day: Day): string {
  if (readOf(day) < 24) return t('curves.mark.missing')
  if (day.kind === 'MAKE_UP_WORKDAY') return t('curves.mark.work')
  return day.kind === 'HOLIDAY' ? t('curves.mark.rest') : ''
}

/** A year as the weeks of a calendar; on a phone it stands upright. Days outside the chosen span are paler. */
export function calendarOption(days: Day[], units: Units, chosen: Range | null): Drawn {
  const amounts = days.map(amountOf)
  const domain = domainOf(amounts)
  const dim = (day: Day) => !!chosen && (day.day < chosen.from || day.day > chosen.to)
  return (look, width) => {
    const upright = width < 560
    const dark = (amount: number | null) => amount !== null && (amount - domain[0]) / (domain[1] - domain[0]) > 0.45
    const cell = (day: Day, at: number) => ({
      value: [day.day, at, amounts[at] ?? null],
      itemStyle: { opacity: dim(day) ? 0.3 : 1, ...(amounts[at] === null ? { color: look.surface, borderColor: look.faint, borderType: 'dotted' } : {}) },
      label: { show: true, formatter: markOf(day), color: dark(amounts[at]!) ? look.surface : look.text, fontSize: 10, opacity: dim(day) ? 0.5 : 1 },
    })
    const names = t('curves.weekdays').split('')
    return {
      animation: false, textStyle: { fontFamily: look.font, color: look.text }, visualMap: visualMap(look, domain),
      tooltip: tooltip(look, (params: unknown) => dayTip(days[Number(valueOf(params)[1])]!, units), { trigger: 'item' }),
      calendar: {
        orient: upright ? 'vertical' : 'horizontal', left: upright ? 44 : 28, right: 4, top: 22, bottom: 4, cellSize: ['auto', 'auto'], range: [days[0]?.day, days.at(-1)?.day],
        itemStyle: { color: 'transparent', borderColor: look.surface, borderWidth: 2 }, splitLine: { lineStyle: { color: look.faint, width: 1 } }, yearLabel: { show: false },
        dayLabel: { firstDay: 1, nameMap: names, color: look.faint, fontSize: 11, margin: 8 },
        monthLabel: { nameMap: currentLanguage() === 'en' ? 'EN' : 'ZH', formatter: ({ nameMap, yyyy, M }: { nameMap: string; yyyy: string; M: number }) => (M === 1 ? yyyy : nameMap), color: look.faint, fontSize: 11 },
      },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days.map(cell), encode: { tooltip: [2] }, emphasis: { itemStyle: { borderColor: look.text, borderWidth: 1 } } }],
    }
  }
}

function dayTip(day: Day, units: Units): HTMLElement {
  const amount = amountOf(day)
  const read = readOf(day)
  return tip(dayWords(day.day), [[kindWords(day), ''], [t('curves.amount'), amount === null ? t('curves.mark.missing') : `${figure(amount)} ${units.amount}`], ...(read && read < 24 ? [[t('curves.readOf', { n: read }), ''] as [string, string]] : [])])
}

/** Dates by hours, painted: a year has 8,760 cells. */
export function mapOption(days: Day[], units: Units, night: Night | null): Drawn {
  const cells = days.flatMap((day, at) => hoursOf(day).flatMap((value, hour) => (value === null ? [] : [[at, hour, value]])))
  const domain = domainOf(cells.map((one) => one[2]!))
  const unread: Band[] = runsOf(days, (day) => !readOf(day)).map(({ from, to }) => ({ from, to, kind: 'gap', label: t('curves.missingN', { n: (to - from + 1) * 24 }) }))
  return (look, width) => {
    const dates = dateTicks(days, width)
    const cellTip = (params: unknown) => {
      const [at, hour, value] = valueOf(params) as [number, number, number]
      const day = days[at]!
      return tip(`${dayWords(day.day)} ${t('curves.hours', { from: hour, to: hour + 1 })}`, [[kindWords(day), ''], [units.load, `${figure(value)} ${units.rate}`]])
    }
    return {
      animation: false, textStyle: { fontFamily: look.font, color: look.text }, grid: { left: 4, right: 44, top: 14, bottom: 4, containLabel: true }, visualMap: visualMap(look, domain),
      tooltip: tooltip(look, cellTip, { trigger: 'item' }),
      xAxis: labelAxis(look, days.map((day) => day.day), { axisLabel: { color: look.faint, fontSize: 11, interval: (at: number) => dates(at) !== null, formatter: (_: string, at: number) => dates(at) ?? '' } }),
      yAxis: labelAxis(look, Array.from({ length: 24 }, (_, hour) => `${hour}:00`), { inverse: true, axisLabel: { color: look.faint, fontSize: 11, interval: (hour: number) => hour % 6 === 0 }, axisLine: { show: false } }),
      series: [cellSeries(cells, look), ...(night ? [nightLines(night, look)] : []), restTicks(days, look), bandSeries(unread, look)],
    }
  }
}

/** Drawn by hand and at once, since ECharts paints its own heat maps over several frames: paper would get the first of them. */
function cellSeries(cells: number[][], look: Look): Built {
  return {
    type: 'custom', data: cells, progressive: 0, encode: { x: 0, y: 1 },
    renderItem: (_: Frame, api: Api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)])
      const [width, height] = api.size([1, 1])
      const [left, top] = [Math.round(x - width / 2), Math.round(y - Math.abs(height) / 2)]
      return { type: 'rect', shape: { x: left, y: top, width: Math.round(x + width / 2) - left, height: Math.round(y + Math.abs(height) / 2) - top }, style: { fill: api.visual('color') }, emphasis: { style: { stroke: look.text, lineWidth: 1 } } }
    },
  }
}

interface Api { value(at: number): number; visual(name: 'color'): string; coord(at: [number, number]): [number, number]; size(of: [number, number]): [number, number] }
interface Frame { coordSys: { x: number; y: number; width: number; height: number } }

/** The two hours at which the night begins and ends, with their names at the side. */
function nightLines(night: Night, look: Look): Built {
  return {
    type: 'custom', silent: true, z: 5, encode: { y: 0 }, data: [[night.until], [night.from]],
    renderItem: ({ coordSys }: Frame, api: Api) => {
      const y = api.coord([0, api.value(0)])[1] - Math.abs(api.size([1, 1])[1]) / 2
      const right = coordSys.x + coordSys.width
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: coordSys.x, x2: right + 4, y1: y, y2: y }, style: { stroke: look.surface, lineWidth: 3 } },
          { type: 'line', shape: { x1: coordSys.x, x2: right + 4, y1: y, y2: y }, style: { stroke: look.text, lineWidth: 1, lineDash: [4, 3] } },
          { type: 'text', style: { text: `${api.value(0)}:00`, x: right + 6, y: y - 6, fill: look.text, fontSize: 11, fontFamily: look.font } },
        ],
      }
    },
  }
}

/** Over the picture, a stroke for every day off. */
function restTicks(days: Day[], look: Look): Built {
  return {
    type: 'custom', silent: true, z: 5, encode: { x: 0 }, data: days.flatMap((day, at) => (isRest(day) ? [[at]] : [])),
    renderItem: ({ coordSys }: Frame, api: Api) => {
      const width = Math.max(1, api.size([1, 1])[0] - 1)
      return { type: 'rect', shape: { x: api.coord([api.value(0), 0])[0] - width / 2, y: coordSys.y - 7, width, height: 4 }, style: { fill: look.faint } }
    },
  }
}
