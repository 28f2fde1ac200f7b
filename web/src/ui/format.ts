import type { Cell, Column } from '@/api/types'
import { currentLanguage, say, t } from '@/app/i18n'

/** What a missing value looks like, everywhere. */
export const nothing = '—'

const zone = 'Asia/Shanghai'

// Making an Intl formatter costs more than a thousand uses of it.
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()
function formatter<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T {
  if (!formatters.has(key)) formatters.set(key, make())
  return formatters.get(key) as T
}

export function number(value: unknown, scale?: number | null): string {
  if (value === null || value === undefined || value === '') return nothing
  const figure = Number(value)
  if (!Number.isFinite(figure)) return String(value)
  const digits = scale ?? undefined
  return formatter(`n${digits}`, () => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits ?? 6 })).format(figure)
}

/** A sentence whose numbers stay on one line with their units. */
export const unbroken = (sentence: string) => sentence.replace(/(\d) (?=[a-z%°])/gi, '$1\u00a0')

export const money = (value: unknown) => number(value, 2)
export const area = (value: unknown) => number(value, 2)
export const percent = (share: unknown, scale = 1) =>
  share === null || share === undefined ? nothing : `${number(Number(share) * 100, scale)}\u202f%`

/** For cockpits: 12,345,678 reads as 1,234.57 万 in Chinese and 12.35 M in English. */
export function brief(value: unknown): string {
  if (value === null || value === undefined || value === '') return nothing
  const figure = Number(value)
  const [from, by, suffix] = currentLanguage() === 'en' ? [1e6, 1e6, '\u202fM'] : [1e5, 1e4, '\u202f万']
  if (Math.abs(figure) < from) return number(figure, Number.isInteger(figure) ? 0 : 1)
  if (currentLanguage() !== 'en' && Math.abs(figure) >= 1e8) return `${short(figure / 1e8)}\u202f亿`
  return `${short(figure / by)}${suffix}`
}

const short = (figure: number) => number(Math.round(figure * 100) / 100)

export function capped(total: number, isCapped: boolean): string {
  return number(total, 0) + (isCapped ? '+' : '')
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} B`
  return size < 1024 ** 2 ? `${number(size / 1024, 0)} KB` : `${number(size / 1024 ** 2, 1)} MB`
}

interface Parts { year: string; month: string; day: string; hour: string; minute: string; second: string; weekday: string }

function parts(moment: Date): Parts {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'zh-CN'
  const words = formatter(`d${locale}`, () => new Intl.DateTimeFormat(locale, {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', weekday: 'short',
  }))
  return Object.fromEntries(words.formatToParts(moment).map((part) => [part.type, part.value])) as unknown as Parts
}

const bareDate = /^\d{4}-\d{2}-\d{2}$/

function momentOf(value: string): Date {
  return new Date(bareDate.test(value) ? `${value}T00:00:00+08:00` : value)
}

export function date(value: unknown): string {
  if (!value) return nothing
  const text = String(value)
  if (bareDate.test(text)) return text
  const moment = momentOf(text)
  if (Number.isNaN(moment.getTime())) return text
  const { year, month, day } = parts(moment)
  return `${year}-${month}-${day}`
}

/** 2026-11-21 周六 14:05 */
export function dateTime(value: unknown, weekday = true): string {
  if (!value) return nothing
  const text = String(value)
  const moment = momentOf(text)
  if (Number.isNaN(moment.getTime())) return text
  const { year, month, day, hour, minute, weekday: name } = parts(moment)
  return [`${year}-${month}-${day}`, weekday ? name : '', bareDate.test(text) ? '' : `${hour}:${minute}`].filter(Boolean).join(' ')
}

/** 2026-11-21 14:05:09, for those to whom the order of things matters. */
export function toTheSecond(value: string): string {
  return `${dateTime(value, false)}:${parts(momentOf(value)).second}`
}

/** 3 分钟前 · 2 天后. A bare date counts whole days, so that a thing due today is due today. */
export function relative(value: unknown, now = new Date()): string {
  if (!value) return ''
  const text = String(value)
  const moment = momentOf(text)
  if (Number.isNaN(moment.getTime())) return ''
  const words = formatter(`r${currentLanguage()}`, () => new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }))
  const day = 86_400_000
  if (bareDate.test(text)) {
    const today = momentOf(date(now.toISOString()))
    return inDays(words, Math.round((moment.getTime() - today.getTime()) / day))
  }
  const seconds = (moment.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) < 60) return t('time.now')
  if (Math.abs(seconds) < 3600) return words.format(Math.trunc(seconds / 60), 'minute')
  if (Math.abs(seconds) < 86_400) return words.format(Math.trunc(seconds / 3600), 'hour')
  return inDays(words, Math.trunc(seconds / 86_400))
}

/** Whole days since a bare date; 0 on the day itself. */
export const daysSince = (day: string, now = new Date()) => Math.round((momentOf(date(now.toISOString())).getTime() - momentOf(day).getTime()) / 86_400_000)

function inDays(words: Intl.RelativeTimeFormat, days: number): string {
  if (Math.abs(days) < 45) return words.format(days, 'day')
  return Math.abs(days) < 550 ? words.format(Math.round(days / 30.4), 'month') : words.format(Math.round(days / 365.25), 'year')
}

/** 1 分 20 秒 for the time that is left. */
export function duration(seconds: number): string {
  if (seconds < 90) return t('time.seconds', { n: Math.max(1, Math.round(seconds)) })
  return t('time.minutes', { n: Math.round(seconds / 60) })
}

export function codeLabel(column: Column, code: Cell): string {
  const found = column.codes?.find((one) => one.code === String(code))
  return found ? say(found) : String(code)
}

/** Figures that name and do not count: a year, the number of a contract's payment. They have no thousands. */
const names = ({ name }: Column) => /^(year|port|register)$|No$/.test(name)

/** What the server sends in place of a value that it cannot decrypt. */
export const unreadable = '‡‡‡'
/** A cell as the lists, object pages and copies show it. */
export function cell(column: Column, value: Cell): string {
  if (value === null || value === undefined || value === '') return nothing
  if (value === unreadable) return t('common.unreadable')
  switch (column.kind) {
    case 'INTEGER': return names(column) ? String(value) : number(value, 0)
    case 'DECIMAL': return number(value, column.scale)
    case 'MONEY': return number(value, column.scale ?? 2)
    case 'DATE': return date(value)
    case 'TIME': return dateTime(value, false)
    case 'BOOLEAN': return t(value === true || value === 'true' ? 'common.yes' : 'common.no')
    case 'CODE': return codeLabel(column, value)
    default: return String(value)
  }
}

export const isFigure = (column: Column) => column.kind === 'INTEGER' || column.kind === 'DECIMAL' || column.kind === 'MONEY'
