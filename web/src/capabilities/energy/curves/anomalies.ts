import { t } from '@/app/i18n'
import { number } from '@/ui/format'
import type { Band } from './bands'
import { hoursOf, sum, type Day } from './days'
import { figure, share, type Units } from './words'

/** What detectors say of a meter's hours (see /api/energy/meters/{id}/facts); `end` is the last hour that is part of it. */
export interface Anomaly { kind: string; about: string; start: string; end: string; settled: boolean; figures: Record<string, unknown> }
export interface Anomalies { facts: Anomaly[]; more: boolean }

/** Hours of the night as the detector counts them. */
const nightHours = 5

export const dayOf = (at: string) => at.slice(0, 10)
const num = (anomaly: Anomaly, name: string) => Number(anomaly.figures[name] ?? Number.NaN)

/** Days unlike others and odd hours are many; what somebody should look at stands before them. */
const weight: Record<string, number> = { 'meter.missing': 0, 'meter.zero': 0, 'meter.stuck': 0, 'meter.night': 0, 'meter.level': 0, 'meter.spike': 1, 'meter.day': 2, 'meter.odd': 3 }
export const weighty = (anomalies: Anomaly[]) => [...anomalies].sort((a, b) => (weight[a.kind] ?? 9) - (weight[b.kind] ?? 9) || b.start.localeCompare(a.start))

/** One sentence with its numbers: 7 nights above the usual 22 kWh. */
export function sentence(anomaly: Anomaly, units: Units): string {
  const amount = (name: string) => figure(num(anomaly, name))
  const hours = number(num(anomaly, 'hours'), 0)
  switch (anomaly.kind) {
    case 'meter.missing': return t('curves.anomaly.missing', { hours })
    case 'meter.zero': return t('curves.anomaly.zero', { hours })
    case 'meter.stuck': return t('curves.anomaly.stuck', { hours: number(num(anomaly, 'readings'), 0), value: amount('value'), unit: units.amount, usual: number(num(anomaly, 'longest_usual'), 0) })
    case 'meter.night': {
      const nights = num(anomaly, 'nights')
      const usual = num(anomaly, 'usual')
      const mean = usual + num(anomaly, 'extra') / nights
      return t('curves.anomaly.night', { n: number(nights, 0), usual: figure(usual), mean: figure(mean), extra: amount('extra'), unit: units.amount })
    }
    case 'meter.level': return t(num(anomaly, 'level') > num(anomaly, 'usual_high') ? 'curves.anomaly.levelUp' : 'curves.anomaly.levelDown', { level: amount('level'), low: amount('usual_low'), high: amount('usual_high'), unit: units.amount })
    case 'meter.spike': return t('curves.anomaly.spike', { n: number(num(anomaly, 'readings'), 0), peak: amount('peak'), low: amount('usual_low'), high: amount('usual_high'), unit: units.rate })
    case 'meter.day': return t(num(anomaly, 'total') > num(anomaly, 'usual_total') ? 'curves.anomaly.dayMore' : 'curves.anomaly.dayLess', { total: amount('total'), usual: amount('usual_total'), share: share(Math.abs(num(anomaly, 'total') / num(anomaly, 'usual_total') - 1)), unit: units.amount })
    default: return t('curves.anomaly.odd', { value: amount('value'), unit: units.rate, what: t(`curves.anomaly.context.${anomaly.about}`) })
  }
}

/** What was used from midnight to five; null where an hour of it is not known. */
export function nightOf(day: Day): number | null {
  const hours = hoursOf(day).slice(0, nightHours)
  return hours.some((hour) => hour === null) ? null : sum(hours as number[])
}

const within = (anomaly: Anomaly, day: string) => day >= dayOf(anomaly.start) && day <= dayOf(anomaly.end)

/** The nights that an anomaly speaks of: by day their columns are marked, by hour their five hours. */
function nightBands(anomaly: Anomaly, days: Day[], each: 1 | 24): Band[] {
  const limit = num(anomaly, 'limit')
  return days.flatMap((day, at): Band[] =>
    within(anomaly, day.day) && (nightOf(day) ?? 0) > limit ? [{ from: at * each, to: each === 24 ? at * 24 + nightHours - 1 : at, kind: 'anomaly', label: '' }] : [],
  )
}

const marked = new Set(['meter.zero', 'meter.stuck', 'meter.level', 'meter.day', 'meter.spike'])

/** Gaps are hatched where they are; odd hours would be a fence. */
export function anomalyBands(anomalies: Anomaly[], days: Day[], each: 1 | 24): Band[] {
  return anomalies.flatMap((anomaly): Band[] => {
    if (anomaly.kind === 'meter.night') return nightBands(anomaly, days, each)
    if (!marked.has(anomaly.kind)) return []
    const first = days.findIndex((day) => within(anomaly, day.day))
    const last = days.findLastIndex((day) => within(anomaly, day.day))
    if (first < 0) return []
    const hour = (at: string, day: Day, otherwise: number) => (dayOf(at) === day.day ? Number(at.slice(11, 13)) : otherwise)
    const [from, to] = each === 24 ? [first * 24 + hour(anomaly.start, days[first]!, 0), last * 24 + hour(anomaly.end, days[last]!, 23)] : [first, last]
    return [{ from, to, kind: 'anomaly', label: '' }]
  })
}
