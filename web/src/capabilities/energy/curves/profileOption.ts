import { t } from '@/app/i18n'
import type { Look } from '@/ui/chart/figure'
import type { Drawn } from '@/ui/chart/option'
import { tip } from '@/ui/chart/tip'
import { bandSeries, type Band } from './bands'
import { isNight, isRest, profileOf, runsOf, type Day, type Night, type Profile } from './days'
import { indexOf, labelAxis, tooltip, valueAxis, type Built } from './options'
import { figure, type Units } from './words'

interface Group { name: string; of: Profile; main: boolean }

/** Workdays as a solid line, days off as a dashed one, each on the band that holds eight days of ten. */
export function profileOption(days: Day[], units: Units, night: Night | null): Drawn {
  const groups: Group[] = [
    { name: t('curves.kind.WORKDAY'), of: profileOf(days.filter((day) => !isRest(day))), main: true },
    { name: t('curves.rest'), of: profileOf(days.filter(isRest)), main: false },
  ].filter(({ of }) => of.days)
  const dark: Band[] = night ? runsOf(Array.from({ length: 24 }, (_, hour) => hour), (hour) => isNight(hour, night)).map(({ from, to }) => ({ from, to, kind: 'night', label: t('curves.night') })) : []
  return (look, width) => {
    const small = width < 480
    const hourTip = (params: unknown) => {
      const hour = indexOf(params)
      return tip(t('curves.hours', { from: hour, to: hour + 1 }), groups.map(({ name, of }) => [name, `${figure(of.mean[hour])} (${figure(of.low[hour])}–${figure(of.high[hour])}) ${units.rate}`]))
    }
    return {
      animationDuration: 200, textStyle: { fontFamily: look.font, color: look.text }, tooltip: tooltip(look, hourTip),
      grid: { left: 8, right: 12, top: 28, bottom: 28, containLabel: true },
      legend: { bottom: 0, itemWidth: 26, itemHeight: 8, selectedMode: false, textStyle: { color: look.faint, fontSize: 11 }, data: groups.map(({ name }) => name) },
      xAxis: labelAxis(look, Array.from({ length: 24 }, (_, hour) => `${hour}:00`), { axisLabel: { color: look.faint, fontSize: 11, interval: (hour: number) => hour % (small ? 6 : 3) === 0 } }),
      yAxis: valueAxis(look, units.rate, small),
      series: [...groups.flatMap((group) => seriesOf(group, look)), bandSeries(dark, look)],
    }
  }
}

function seriesOf({ name, of, main }: Group, look: Look): Built[] {
  const color = look.palette[main ? 0 : 1]
  const edge = { color, width: main ? 0 : 0.8, type: [2, 3], opacity: 0.7 }
  const band = { type: 'line', stack: name, symbol: 'none', silent: true, lineStyle: edge, itemStyle: { color }, z: 2 }
  return [
    { ...band, name: `${name} low`, data: of.low },
    { ...band, name: `${name} high`, data: of.high.map((high, hour) => (high === null ? null : high - of.low[hour]!)), areaStyle: { color, opacity: main ? 0.16 : 0.12 } },
    {
      type: 'line', name, data: of.mean, z: 4, symbol: main ? 'circle' : 'diamond', symbolSize: 6, showSymbol: false, itemStyle: { color }, lineStyle: { color, width: 2, type: main ? 'solid' : [6, 4] },
    },
  ]
}
