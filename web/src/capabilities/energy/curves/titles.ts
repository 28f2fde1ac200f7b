import { t } from '@/app/i18n'
import { brief, number } from '@/ui/format'
import { balanceOf, busyRestDays, changeOf, isRest, nightsAbove, profileOf, summaryOf, amountOf, type Day, type Month, type Night } from './days'
import { dayWords, figure, listed, share, type Units } from './words'

/** Titles that state what the picture shows: they are read first, and often alone. */
export function hourTitle(days: Day[], units: Units): string {
  const { peak, mean } = summaryOf(days)
  if (!peak || !mean) return t('curves.title')
  return t('curves.hourTitle', { day: dayWords(peak.day), hour: peak.hour, value: figure(peak.value), unit: units.rate, times: number(peak.value / mean, 1) })
}

export function dayTitle(days: Day[], units: Units): string {
  const { workday, rest } = summaryOf(days)
  if (workday && rest !== null) return t('curves.dayTitle', { workday: figure(workday), rest: figure(rest), share: share(rest / workday), unit: units.amount })
  return workday === null && rest === null ? t('curves.title') : t('curves.dayPlain', { mean: figure(workday ?? rest), unit: units.amount })
}

export function totalTitle(labels: string[], values: (number | null)[], units: Units): string {
  const most = values.reduce<number>((best, value, at) => ((value ?? -Infinity) > (values[best] ?? -Infinity) ? at : best), 0)
  const total = values.reduce<number>((all, value) => all + (value ?? 0), 0)
  if (values.every((value) => value === null)) return t('curves.title')
  return t('curves.monthTitle', { from: labels[0], to: labels.at(-1), total: brief(Math.round(total)), unit: units.amount, month: labels[most] })
}

export function calendarTitle(days: Day[], units: Units): string {
  const busy = busyRestDays(days)
  if (busy.length) return t(busy.length > 3 ? 'curves.busyRestMore' : 'curves.busyRest', { n: busy.length, days: listed(busy.slice(0, 3).map((day) => dayWords(day.day))) })
  const most = days.reduce<Day | null>((best, day) => ((amountOf(day) ?? -1) > ((best && amountOf(best)) ?? -1) ? day : best), null)
  return most && amountOf(most) !== null ? t('curves.mostDay', { day: dayWords(most.day), value: figure(amountOf(most)), unit: units.amount }) : t('curves.title')
}

export function profileTitle(days: Day[], units: Units): string {
  const [work, rest] = [profileOf(days.filter((day) => !isRest(day))), profileOf(days.filter(isRest))]
  const shown = work.days ? work : rest
  const hour = shown.mean.reduce<number>((best, value, at) => ((value ?? -1) > (shown.mean[best] ?? -1) ? at : best), 0)
  const value = shown.mean[hour]
  if (value === null || value === undefined) return t('curves.title')
  const other = rest.mean[hour]
  if (shown === work && value && other !== null && other !== undefined) return t('curves.profileTitle', { hour, value: figure(value), unit: units.rate, share: share(other / value) })
  return t('curves.profilePlain', { kind: shown === work ? t('curves.kind.WORKDAY') : t('curves.rest'), hour, value: figure(value), unit: units.rate })
}

export function mapTitle(days: Day[], units: Units, night: Night | null): string {
  const ratio = night && balanceOf(days, night).ratio
  if (!night || ratio === null) return t('curves.mapPlain')
  const said = t('curves.mapTitle', { from: night.from, until: night.until, load: units.load, share: share(ratio) })
  if (night.limit === null) return said
  const above = nightsAbove(days, night, night.limit).length
  return `${said}${t('curves.semicolon')}${t(above ? 'curves.mapAbove' : 'curves.mapNone', { n: above, limit: share(night.limit) })}`
}

/** Months with enough complete days, and those of them above the limit. */
export function judgedMonths(months: Month[], night: Night | null): { enough: Month[]; above: Month[] } {
  const enough = months.filter((month) => month.balance?.ratio != null && month.whole >= (night?.leastDays ?? 1))
  return { enough, above: night?.limit == null ? [] : enough.filter((month) => month.balance!.ratio! > night.limit!) }
}

export function nightsTitle(months: Month[], units: Units, night: Night): string {
  const { enough, above } = judgedMonths(months, night)
  const most = enough.reduce<Month | null>((best, month) => (!best || month.balance!.ratio! > best.balance!.ratio! ? month : best), null)
  if (!most) return t('curves.nightsNone')
  if (night.limit === null) return t('curves.nightsMost', { load: units.load, month: most.month, share: share(most.balance!.ratio!) })
  return above.length
    ? t('curves.nightsAbove', { n: above.length, limit: share(night.limit), months: listed(above.map((month) => month.month)) })
    : t('curves.nightsWithin', { n: enough.length, limit: share(night.limit) })
}

export function monthsTitle(days: Day[], all: Day[], months: Month[], units: Units): string {
  const known = months.filter((month) => month.amount !== null)
  const change = changeOf(days, all)
  if (!change || !known.length) return totalTitle(known.map((month) => month.month), known.map((month) => month.amount), units)
  const way = Math.abs(change.share) < 0.005 ? 'Same' : change.share > 0 ? 'More' : 'Less'
  const total = known.reduce((sum, month) => sum + month.amount!, 0)
  return t(`curves.months${way}`, { from: known[0]!.month, to: known.at(-1)!.month, total: brief(Math.round(total)), unit: units.amount, share: share(Math.abs(change.share)) })
}
