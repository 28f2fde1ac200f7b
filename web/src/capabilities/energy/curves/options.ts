import { t } from '@/app/i18n'
import type { Figure, Look } from '@/ui/chart/figure'
import { optionOf, type Drawn } from '@/ui/chart/option'
import { tip } from '@/ui/chart/tip'
import { brief } from '@/ui/format'
import { amountOf, hoursOf, isRest, isWhole, readOf, runsOf, type Day } from './days'
import { bandSeries, type Band } from './bands'
import { dayWords, figure, kindWords, type Units } from './words'

export type Built = Record<string, unknown>

export const tooltip = (look: Look, formatter: (params: unknown) => unknown, more: Built = {}): Built => ({
  trigger: 'axis', confine: true, backgroundColor: look.surface, borderColor: look.line, padding: [8, 12], textStyle: { color: look.text, fontSize: 12 },
  axisPointer: { type: 'line', lineStyle: { color: look.faint } }, formatter, ...more,
})

export const valueAxis = (look: Look, unit: string, small: boolean): Built => ({
  type: 'value', axisLabel: { color: look.faint, fontSize: 11, formatter: brief, hideOverlap: true }, splitLine: { lineStyle: { color: look.line } }, splitNumber: small ? 3 : 4,
  name: unit, nameTextStyle: { color: look.faint, fontSize: 11, align: 'left', padding: [0, 0, 0, -18] }, nameGap: 12,
})

export const labelAxis = (look: Look, data: string[], more: Built = {}): Built => ({
  type: 'category', data, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.faint, fontSize: 11, hideOverlap: true }, ...more,
})

export const indexOf = (params: unknown) => (params as { dataIndex: number }[])[0]?.dataIndex ?? 0

/** Dates under a picture: months over a long span, days over a short one, as many as there is room for. */
export function dateTicks(days: Day[], width: number): (at: number) => string | null {
  const long = days.length > 75
  const every = Math.max(1, Math.ceil((days.length * 52) / Math.max(width - 60, 200)))
  const months = Math.max(1, Math.ceil(((days.length / 30.4) * 58) / Math.max(width - 60, 200)))
  return (at) => {
    const day = days[at]?.day
    if (!day) return null
    if (!long) return at % every === 0 ? day.slice(5) : null
    return day.endsWith('-01') && (Number(day.slice(5, 7)) - 1) % months === 0 ? (day.slice(5, 7) === '01' ? day.slice(0, 4) : day.slice(0, 7)) : null
  }
}

const ticks = (look: Look, text: (at: number) => string | null): Built => ({ color: look.faint, fontSize: 11, interval: (at: number) => text(at) !== null, formatter: (_: string, at: number) => text(at) ?? '' })

/** Bands of rest days are read up to here; in a longer span they would be a fence. */
const fence = 62

export function restBands(days: Day[], each: 1 | 24): Band[] {
  if (days.length > fence) return []
  return runsOf(days, isRest).map(({ from, to }) => ({ from: from * each, to: (to + 1) * each - 1, kind: 'rest', label: days.slice(from, to + 1).find((day) => day.name)?.name ?? '' }))
}

export function hourGapBands(days: Day[]): Band[] {
  return runsOf(days.flatMap(hoursOf), (hour) => hour === null).map(({ from, to }) => ({ from, to, kind: 'gap', label: t('curves.missingN', { n: to - from + 1 }) }))
}

export function dayGapBands(days: Day[]): Band[] {
  return runsOf(days, (day) => !isWhole(day)).map(({ from, to }) => ({ from, to, kind: 'gap', label: t('curves.missingN', { n: days.slice(from, to + 1).reduce((n, day) => n + 24 - readOf(day), 0) }) }))
}

export function hourOption(days: Day[], units: Units, findings: Band[]): Drawn {
  const values = days.flatMap(hoursOf)
  const bands = [...restBands(days, 24), ...hourGapBands(days), ...findings]
  return (look, width) => {
    const dates = dateTicks(days, width)
    const hourly = days.length <= 3
    const every = [2, 4, 6][days.length - 1] ?? 24
    const text = (at: number) => (at % 24 === 0 ? (hourly ? days[at / 24]!.day.slice(5) : dates(at / 24)) : hourly && at % every === 0 ? `${at % 24}:00` : null)
    const point = (params: unknown) => {
      const at = indexOf(params)
      const day = days[Math.floor(at / 24)]!
      const value = values[at]
      return tip(`${dayWords(day.day)} ${t('curves.hours', { from: at % 24, to: (at % 24) + 1 })}`, [[kindWords(day), ''], [units.load, value == null ? t('curves.mark.missing') : `${figure(value)} ${units.rate}`]])
    }
    return {
      animationDuration: 200, textStyle: { fontFamily: look.font, color: look.text }, grid: { left: 8, right: 12, top: 28, bottom: 4, containLabel: true }, tooltip: tooltip(look, point),
      xAxis: labelAxis(look, values.map((_, at) => String(at)), { axisLabel: ticks(look, text), boundaryGap: true }), yAxis: valueAxis(look, units.rate, width < 480),
      series: [
        { type: 'line', data: values, sampling: 'lttb', showSymbol: false, step: days.length <= 14 ? 'middle' : false, lineStyle: { width: days.length > 60 ? 1 : 1.6, color: look.palette[0] }, itemStyle: { color: look.palette[0] }, areaStyle: { color: look.palette[0], opacity: 0.08 } },
        bandSeries(bands, look),
      ],
    }
  }
}

/** 2025-12, 01, 02 …: the year is said once. */
export const monthTick = (label: string, at: number) => (at === 0 || label.slice(5, 7) === '01' ? label : label.slice(5))

export function monthsOption(of: Figure): Drawn {
  return (look, width) => {
    const option = optionOf(of, look, (value) => brief(Math.round(value)), width) as { xAxis: { axisLabel: Built }; series: { label: Built }[] }
    const series = option.series.map((one) => ({ ...one, label: { ...one.label, show: one.label.show && width / of.labels.length > 48 } }))
    return { ...option, series, xAxis: { ...option.xAxis, axisLabel: { ...option.xAxis.axisLabel, formatter: monthTick } } }
  }
}

/** Workdays dark and full, days off light and hatched: two series of one stack, so that grey keeps them apart. */
export function dayOption(days: Day[], units: Units, findings: Band[]): Drawn {
  const of = (rest: boolean) => days.map((day) => (isRest(day) === rest ? amountOf(day) : null))
  const bands = [...dayGapBands(days), ...findings]
  return (look, width) => {
    const point = (params: unknown) => {
      const day = days[indexOf(params)]!
      const amount = amountOf(day)
      return tip(dayWords(day.day), [[kindWords(day), ''], [t('curves.amount'), amount === null ? t('curves.mark.missing') : `${figure(amount)} ${units.amount}`], ...(amount !== null && !isWhole(day) ? [[t('curves.readOf', { n: readOf(day) }), ''] as [string, string]] : [])])
    }
    const wide = width / days.length > 7
    const bar = { type: 'bar', stack: 'day', barCategoryGap: wide ? '25%' : '12%', barMaxWidth: 28 }
    return {
      animationDuration: 200, textStyle: { fontFamily: look.font, color: look.text }, grid: { left: 8, right: 12, top: 28, bottom: 28, containLabel: true },
      tooltip: tooltip(look, point, { axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.06, color: look.text } } }),
      legend: { bottom: 0, itemWidth: 12, itemHeight: 8, selectedMode: false, textStyle: { color: look.faint, fontSize: 11 }, data: [t('curves.kind.WORKDAY'), t('curves.rest')] },
      xAxis: labelAxis(look, days.map((day) => day.day), { axisLabel: ticks(look, dateTicks(days, width)) }), yAxis: valueAxis(look, units.amount, width < 480),
      series: [
        { ...bar, name: t('curves.kind.WORKDAY'), data: of(false), itemStyle: { color: look.palette[0] } },
        { ...bar, name: t('curves.rest'), data: of(true), itemStyle: { color: look.heat[1], borderColor: look.palette[0], borderWidth: wide ? 1 : 0, decal: wide ? { symbol: 'rect', color: look.palette[0], dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: -Math.PI / 4 } : undefined } },
        bandSeries(bands, look),
      ],
    }
  }
}
