import { computed } from 'vue'
import { currentLanguage, t } from '@/app/i18n'
import { dateTime, number, percent } from '@/ui/format'
import type { Day, Meter, Month } from './days'

export interface Units { amount: string; rate: string; load: string }

/** A kilowatt-hour in an hour is a kilowatt; of everything else one says how much an hour. */
export function unitsOf(meter: Pick<Meter, 'unit' | 'energyKind'>): Units {
  const amount = meter.unit ?? ''
  return { amount, rate: amount === 'kWh' ? 'kW' : `${amount}/h`, load: t(meter.energyKind === 'ELECTRICITY' ? 'curves.load' : 'curves.flow') }
}

/** Three figures are enough to compare by. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return number(null)
  const size = Math.abs(value)
  return number(value, size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2)
}

export const share = (value: number) => percent(value, Math.abs(value) < 0.095 && value !== 0 ? 1 : 0)
export const dayWords = (day: string) => dateTime(day)

export function kindWords(day: Day): string {
  const kind = t(`curves.kind.${day.kind}`)
  return day.name ? t('curves.named', { kind, name: day.name }) : kind
}

export const monthWords = (month: Month) => (month.whole < month.days ? t('curves.partial', { month: month.month, n: month.whole }) : month.month)
export const listed = (words: string[]) => words.join(t('curves.comma'))

/** Sentences are made anew when the language changes. */
export const spoken = <T>(make: () => T) => computed(() => (void currentLanguage(), make()))
