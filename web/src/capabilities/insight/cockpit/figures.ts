import { t } from '@/app/i18n'
import { brief, number, percent } from '@/ui/format'
import type { Figure } from '@/ui/chart/figure'
import { energyChange, fleetYear, pileOf, thirst, type EnergyMonth, type FindingMonth, type FleetMonth } from './cockpit'

const monthLabel = (month: string, at: number, all: string[]) => (at === 0 || month.endsWith('-01') || all[at - 1]?.slice(0, 4) !== month.slice(0, 4) ? month : month.slice(5))
const labelsOf = (months: { month: string }[]) => months.map((one) => one.month).map(monthLabel)

export function findingFigure(months: FindingMonth[]): Figure {
  const pile = pileOf(months)
  const title = pile ? t(pile.way !== 'level' && pile.months > 1 ? `cockpit.pile.${pile.way}Run` : `cockpit.pile.${pile.way}`, { n: number(pile.open, 0), months: pile.months }) : t('cockpit.pile.none')
  return {
    kind: 'line', title, note: t('cockpit.note.findings'), unit: t('cockpit.unit.findings'), scale: 0, by: t('cockpit.month'), labels: labelsOf(months),
    series: [
      { name: t('cockpit.series.open'), role: 'main', values: months.map((one) => one.open) },
      { name: t('cockpit.series.opened'), values: months.map((one) => one.opened) },
      { name: t('cockpit.series.closed'), values: months.map((one) => one.closed) },
    ],
  }
}

export function energyFigure(months: EnergyMonth[]): Figure {
  const change = energyChange(months)
  const way = !change || Math.abs(change.change) < 0.005 ? 'same' : change.change > 0 ? 'more' : 'less'
  const title = change ? t(`cockpit.energy.${way}`, { from: change.first, to: change.last, total: brief(change.total), share: percent(Math.abs(change.change)) }) : t('cockpit.energy.none')
  return {
    kind: 'line', title, note: t('cockpit.note.energy'), unit: 'kWh', scale: 0, by: t('cockpit.month'), labels: labelsOf(months),
    series: [
      { name: t('cockpit.series.thisYear'), role: 'main', values: months.map((one) => one.electricity) },
      { name: t('cockpit.series.lastYear'), role: 'compare', values: months.map((one) => one.lastYear) },
    ],
  }
}

export function distanceFigure(months: FleetMonth[]): Figure {
  const year = fleetYear(months)
  const most = months.reduce((best, month) => (month.km > best.km ? month : best), months[0] ?? { month: '', km: 0, litres: 0, amount: 0 })
  return {
    kind: 'bar', title: year ? t('cockpit.fleet.distance', { km: brief(Math.round(year.km)), month: most.month }) : t('cockpit.fleet.none'), note: t('cockpit.note.distance'), unit: 'km', scale: 0,
    by: t('cockpit.month'), labels: labelsOf(months), series: [{ name: t('cockpit.series.km'), role: 'main', values: months.map((one) => one.km) }],
  }
}

export function thirstFigure(months: FleetMonth[]): Figure {
  const year = fleetYear(months)
  const change = year?.change ?? null
  const way = change === null || Math.abs(change) < 0.01 ? 'same' : change > 0 ? 'more' : 'less'
  const title = year?.thirst ? t(`cockpit.thirst.${way}`, { n: number(year.thirst, 1), share: percent(Math.abs(change ?? 0), 0) }) : t('cockpit.thirst.none')
  return {
    kind: 'line', title, note: t('cockpit.note.thirst'), unit: 'L/100 km', scale: 1, by: t('cockpit.month'), labels: labelsOf(months),
    series: [{ name: t('cockpit.series.thirst'), role: 'main', values: months.map(thirst) }],
  }
}
