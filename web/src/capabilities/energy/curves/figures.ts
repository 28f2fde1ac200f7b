import { t } from '@/app/i18n'
import type { Figure } from '@/ui/chart/figure'
import { amountOf, beforeOf, hoursOf, isRest, monthsOf, profileOf, type Day, type Month, type Night } from './days'
import { calendarTitle, dayTitle, hourTitle, mapTitle, monthsTitle, nightsTitle, profileTitle, totalTitle } from './titles'
import { kindWords, monthWords, type Units } from './words'

/** What each picture says, as title, table and file. How it is drawn stands in the options. */
const kinds = (days: Day[]) => ({ head: t('curves.kindOfDay'), values: days.map(kindWords) })
const two = (hour: number) => String(hour).padStart(2, '0')

export function hourFigure(days: Day[], units: Units): Figure {
  const labels = days.flatMap((day) => hoursOf(day).map((_, hour) => `${day.day} ${two(hour)}:00`))
  return {
    kind: 'line', title: hourTitle(days, units), note: t('curves.note.curve'), unit: units.rate, scale: 2, by: t('curves.by.hour'), labels,
    words: [{ head: t('curves.kindOfDay'), values: days.flatMap((day) => Array<string>(24).fill(kindWords(day))) }],
    series: [{ name: units.load, role: 'main', values: days.flatMap(hoursOf) }],
  }
}

export function dayFigure(days: Day[], units: Units): Figure {
  return {
    kind: 'bar', title: dayTitle(days, units), note: t('curves.note.curve'), unit: units.amount, scale: 1, by: t('curves.by.day'), labels: days.map((day) => day.day),
    words: [kinds(days)], series: [{ name: t('curves.amount'), role: 'main', values: days.map(amountOf) }],
  }
}

export const calendarFigure = (days: Day[], units: Units): Figure => ({ ...dayFigure(days, units), title: calendarTitle(days, units), note: t('curves.note.calendar') })

export function longFigure(points: [string, number][], units: Units): Figure {
  const labels = points.map(([at]) => at.slice(0, 7))
  const values = points.map(([, value]) => value)
  return { kind: 'bar', title: totalTitle(labels, values, units), note: t('curves.note.months'), unit: units.amount, scale: 0, by: t('curves.by.month'), labels, series: [{ name: t('curves.amount'), role: 'main', values }] }
}

export function profileFigure(days: Day[], units: Units): Figure {
  const groups = [{ kind: t('curves.kind.WORKDAY'), of: profileOf(days.filter((day) => !isRest(day))) }, { kind: t('curves.rest'), of: profileOf(days.filter(isRest)) }].filter(({ of }) => of.days)
  return {
    kind: 'line', title: profileTitle(days, units), note: t('curves.note.profile'), unit: units.rate, scale: 2, by: t('curves.by.hourOfDay'),
    labels: Array.from({ length: 24 }, (_, hour) => `${two(hour)}:00`),
    series: groups.flatMap(({ kind, of }) => [
      { name: t('curves.series.mean', { kind, n: of.days }), values: of.mean },
      { name: t('curves.series.low', { kind }), values: of.low },
      { name: t('curves.series.high', { kind }), values: of.high },
    ]),
  }
}

export function mapFigure(days: Day[], units: Units, night: Night | null): Figure {
  return {
    kind: 'bar', title: mapTitle(days, units, night), note: t('curves.note.hourMap'), unit: '', scale: 2, by: t('curves.by.day'), labels: days.map((day) => day.day), words: [kinds(days)],
    series: Array.from({ length: 24 }, (_, hour) => ({ name: `${two(hour)}:00`, unit: units.rate, values: days.map((day) => hoursOf(day)[hour] ?? null) })),
  }
}

export function nightFigure(months: Month[], units: Units, night: Night): Figure {
  return {
    kind: 'bar', title: nightsTitle(months, units, night), note: t('curves.note.nights', { n: night.leastDays ?? 0 }), unit: '%', scale: 1, by: t('curves.by.month'), labels: months.map(monthWords),
    series: [
      { name: t('curves.series.ratio'), role: 'main', values: months.map((month) => (month.balance?.ratio == null ? null : Math.round(month.balance.ratio * 10_000) / 100)) },
      { name: t('curves.series.night'), unit: units.rate, values: months.map((month) => month.balance?.night ?? null) },
      { name: t('curves.series.day'), unit: units.rate, values: months.map((month) => month.balance?.day ?? null) },
    ],
    limits: night.limit === null ? [] : [{ label: t('curves.limit'), value: night.limit * 100 }],
  }
}

/** Twelve months and what the same months were a year before. */
export function monthsFigure(days: Day[], all: Day[], units: Units): Figure {
  const months = monthsOf(days, null)
  const before = beforeOf(days, all)
  const compared = before.some((value) => value !== null)
  return {
    kind: 'bar', title: monthsTitle(days, all, months, units), note: t('curves.note.months'), unit: units.amount, scale: 0, by: t('curves.by.month'), labels: months.map(monthWords),
    series: [
      { name: t('curves.thisYear'), role: 'main', values: months.map((month) => month.amount) },
      ...(compared ? [{ name: t('curves.lastYear'), role: 'compare' as const, values: before }] : []),
    ],
  }
}
