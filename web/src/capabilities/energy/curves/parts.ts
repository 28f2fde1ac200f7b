import { t } from '@/app/i18n'
import type { Figure } from '@/ui/chart/figure'
import { isNight, sum, type Night } from './days'
import { share, type Units } from './words'

export interface PartSum { month: string; workday: boolean; days: number; hours: (number | null)[] }
export interface Part { id: string; code: string; name: string; item: string | null; sums: PartSum[] }
export interface PartsAnswer { whole: Part; parts: Part[] }

/** More than these cannot be told apart in one column. */
const most = 5

export interface Layer { id: string | null; name: string; values: number[] }

const total = (part: Part) => sum(part.sums.map((one) => sum(one.hours.map((hour) => hour ?? 0))))

/** The large parts, the small ones together, and what no meter below explains, each as one value a label. */
export function layersOf({ whole, parts }: PartsAnswer, valuesOf: (part: Part) => number[]): Layer[] {
  const large = [...parts].sort((a, b) => total(b) - total(a))
  const small = large.length > most ? large.splice(most - 1) : []
  // In the order of their codes, so that a part keeps its colour whatever span is shown.
  const layers: Layer[] = large.sort((a, b) => (a.code < b.code ? -1 : 1)).map((part) => ({ id: part.id, name: shortName(part.name, whole.name), values: valuesOf(part) }))
  if (small.length) layers.push({ id: null, name: t('curves.partsOther', { n: small.length }), values: added(small.map(valuesOf)) })
  const explained = added(layers.map((layer) => layer.values))
  return [...layers, { id: null, name: t('curves.partsRest'), values: valuesOf(whole).map((value, at) => value - (explained[at] ?? 0)) }]
}

const added = (lists: number[][]) => (lists[0] ?? []).map((_, at) => sum(lists.map((list) => list[at] ?? 0)))

/** Meters below repeat the name of the building: what they share with the one above says nothing here. */
export function shortName(name: string, above: string): string {
  let same = 0
  while (same < name.length && name[same] === above[same]) same++
  const rest = name.slice(same)
  return [...rest].length >= 2 ? rest : name
}

export const monthsIn = ({ whole }: PartsAnswer) => [...new Set(whole.sums.map((one) => one.month))].sort()
export const daysIn = ({ whole }: PartsAnswer) => sum(whole.sums.map((one) => one.days))

export function byMonth(answer: PartsAnswer): Layer[] {
  const months = monthsIn(answer)
  return layersOf(answer, (part) => months.map((month) => sum(part.sums.filter((one) => one.month === month).map((one) => sum(one.hours.map((hour) => hour ?? 0))))))
}

/** The mean workday hour by hour; the mean day where no workday is among them. */
export function byHour(answer: PartsAnswer): Layer[] {
  const workdays = answer.whole.sums.some((one) => one.workday)
  const counted = (one: PartSum) => !workdays || one.workday
  const days = sum(answer.whole.sums.filter(counted).map((one) => one.days)) || 1
  return layersOf(answer, (part) => Array.from({ length: 24 }, (_, hour) => sum(part.sums.filter(counted).map((one) => one.hours[hour] ?? 0)) / days))
}

const seriesOf = (layers: Layer[]) => layers.map(({ name, values }, at) => ({ name, values, role: at === layers.length - 1 ? ('muted' as const) : undefined }))

export function partsFigure(answer: PartsAnswer, units: Units): Figure {
  const layers = byMonth(answer)
  const totals = layers.map((layer) => sum(layer.values))
  const whole = sum(totals) || 1
  const rest = totals.at(-1)! / whole
  const first = totals.slice(0, -1).reduce((best, value, at) => (value > totals[best]! ? at : best), 0)
  const title = rest < -0.01 ? t('curves.partsOver', { share: share(-rest) }) : t('curves.partsTitle', { name: layers[first]!.name, share: share(totals[first]! / whole), rest: share(Math.max(0, rest)) })
  return { kind: 'stack', title, note: t('curves.note.parts', { n: daysIn(answer) }), unit: units.amount, scale: 0, by: t('curves.by.month'), labels: monthsIn(answer), series: seriesOf(layers) }
}

export function partsDayFigure(answer: PartsAnswer, units: Units, night: Night | null): Figure {
  const layers = byHour(answer)
  const dark = layers.map((layer) => sum(layer.values.filter((_, hour) => night && isNight(hour, night))))
  const most = dark.reduce((best, value, at) => (value > dark[best]! ? at : best), 0)
  const title = night && sum(dark) > 0 ? t('curves.partsNight', { name: layers[most]!.name, share: share(dark[most]! / sum(dark)) }) : t('curves.note.partsDay')
  return {
    kind: 'stack', title, note: t('curves.note.partsDay'), unit: units.rate, scale: 1, by: t('curves.by.hourOfDay'),
    labels: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`), series: seriesOf(layers),
  }
}
