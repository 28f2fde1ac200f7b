import { t } from '@/app/i18n'
import type { Figure } from '@/ui/chart/figure'
import type { Drawn } from '@/ui/chart/option'
import { tip } from '@/ui/chart/tip'
import type { Month, Night } from './days'
import { indexOf, monthsOption, tooltip } from './options'
import { judgedMonths } from './titles'
import { figure, share, type Units } from './words'

const label = (percent: number | null) => (percent === null ? '' : percent.toFixed(percent < 9.5 ? 1 : 0))

/** One column a month against the limit; what is above is red, hatched and flagged, what is not judged is hollow. */
export function nightOption(whole: Figure, months: Month[], night: Night, units: Units, found: Set<string>): Drawn {
  const { enough, above } = judgedMonths(months, night)
  const judged = new Set(enough.map((month) => month.month))
  const over = new Set(above.map((month) => month.month))
  const shown: Figure = { ...whole, series: whole.series.slice(0, 1) }
  const value = (at: number) => whole.series[0]!.values[at] ?? null
  return (look, width) => {
    const option = monthsOption(shown)(look, width) as unknown as { series: Record<string, unknown>[] }
    const style = ({ month }: Month) => {
      if (over.has(month)) return { color: look.danger, decal: { symbol: 'rect', color: look.hatch, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, symbolSize: 1 } }
      return judged.has(month) ? {} : { color: 'transparent', borderColor: look.muted, borderType: 'dashed', borderWidth: 1 }
    }
    const monthTip = (params: unknown) => {
      const month = months[indexOf(params)]!
      const { balance } = month
      return tip(month.month, balance?.ratio == null ? [] : [[t('curves.series.ratio'), share(balance.ratio)], [t('curves.series.night'), `${figure(balance.night)} ${units.rate}`], [t('curves.series.day'), `${figure(balance.day)} ${units.rate}`], [t('curves.series.whole'), String(month.whole)]])
    }
    const roomy = width / months.length > 40
    const words = (month: Month, at: number) => [found.has(month.month) ? '⚑' : '', roomy ? label(value(at)) : ''].filter(Boolean).join(' ')
    const data = months.map((month, at) => ({ value: value(at), itemStyle: style(month), label: { show: true, formatter: words(month, at), color: over.has(month.month) ? look.danger : look.faint } }))
    return { ...option, tooltip: tooltip(look, monthTip, { axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.06, color: look.text } } }), series: option.series.map((series) => ({ ...series, data })) }
  }
}
