import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import { isNight, monthsOf, type Day, type DayKind } from './days'
import { monthsFigure, nightFigure } from './figures'
import { calendarTitle, dayTitle, hourTitle, judgedMonths, mapTitle, nightsTitle, profileTitle } from './titles'

const night = { from: 23, until: 6, limit: 0.8, leastDays: 2 }
const units = { amount: 'kWh', rate: 'kW', load: '负荷' }
const flat = (day: string, dark: number, light: number, kind: DayKind = 'WORKDAY'): Day => ({ day, kind, name: null, hours: Array.from({ length: 24 }, (_, hour) => (isNight(hour, night) ? dark : light)) })
const plain = (text: string) => text.replaceAll('\u202f', ' ')
const week = [flat('2026-05-07', 4, 10), flat('2026-05-08', 4, 10), flat('2026-05-09', 2, 2, 'WEEKEND')]
const may = monthsOf(week, night)

beforeEach(() => speak('zh-CN'))

describe('a title states what the picture shows', () => {
  it('of a curve: its peak against the mean, or workdays against days off', () => {
    expect(plain(hourTitle(week, units))).toBe('2026-05-07 周四 6 时最高，10.0 kW，是平均的 1.6 倍')
    expect(plain(dayTitle(week, units))).toBe('工作日平均每天 198 kWh，休息日 48.0 kWh，为工作日的 24 %')
    expect(plain(dayTitle(week.slice(0, 2), units))).toBe('平均每天 198 kWh')
  })

  it('of a calendar: days off that were none, else the day of most use', () => {
    expect(plain(calendarTitle(week, units))).toBe('用得最多的一天是 2026-05-07 周四，198 kWh')
    expect(plain(calendarTitle([...week, flat('2026-05-10', 9, 9, 'WEEKEND')], units))).toBe('1 个休息日用得不比工作日少：2026-05-10 周日')
  })

  it('of dates by hours: the night against the whole day, and how often it was too high', () => {
    expect(plain(mapTitle(week.slice(0, 2), units, night))).toBe('夜间（23–6 时）平均负荷为全天平均的 48 %；没有一个工作日的夜间高于 80 %')
    expect(plain(mapTitle([flat('2026-05-07', 9, 10)], units, night))).toContain('；1 个工作日的夜间高于 80 %')
    expect(plain(mapTitle(week.slice(0, 2), units, { ...night, limit: null }))).toBe('夜间（23–6 时）平均负荷为全天平均的 48 %')
    expect(mapTitle(week, units, null)).toBe('每天每小时的用量')
  })

  it('of a typical day: where it is highest, and what days off are then', () => {
    expect(plain(profileTitle(week, units))).toBe('工作日 6 时最高，平均 10.0 kW；休息日同一钟点为它的 20 %')
    expect(plain(profileTitle(week.slice(2), units))).toBe('休息日 0 时最高，平均 2.00 kW')
  })

  it('of nothing: no sentence about nothing', () => {
    const unread: Day[] = [{ day: '2026-05-07', kind: 'WORKDAY', name: null, hours: null }]

    expect([hourTitle(unread, units), dayTitle(unread, units), calendarTitle(unread, units), profileTitle(unread, units)]).toEqual(Array(4).fill('用能曲线'))
  })

  it('in English as in Chinese', () => {
    speak('en')

    expect(plain(mapTitle(week.slice(0, 2), { ...units, load: 'load' }, night))).toBe('Mean load of the night (23:00–6:00) is 48 % of that of the whole day; on no workday above 80 %')
  })
})

describe('nights by month', () => {
  it('are judged only where the rule would judge them', () => {
    const months = monthsOf([flat('2026-04-30', 9, 10), ...week], night)

    expect(judgedMonths(months, night).enough.map(({ month }) => month)).toEqual(['2026-05'])
    expect(nightsTitle(may, units, { ...night, leastDays: 20 })).toBe('还没有一个月有足够的整日读数')
  })

  it('name the months above the limit, which the figure carries as a line', () => {
    const dark = monthsOf([flat('2026-06-01', 9, 10), flat('2026-06-02', 9, 10)], night)

    expect(plain(nightsTitle([...may, ...dark], units, night))).toBe('1 个月的夜间负荷高于全天平均的 80 %：2026-06')
    expect(plain(nightsTitle(may, units, night))).toBe('1 个月的夜间负荷都不高于全天平均的 80 %')
    expect(nightFigure(dark, units, night).limits).toEqual([{ label: '上限', value: 80 }])
    expect(nightFigure(dark, units, { ...night, limit: null }).limits).toEqual([])
  })
})

describe('months', () => {
  it('say when they are not complete, and stand beside the year before only when there is one', () => {
    const before = week.map((day) => ({ ...day, day: `2025${day.day.slice(4)}`, hours: day.hours!.map((hour) => hour! * 2) }))

    expect(monthsFigure(week, week, units)).toMatchObject({ labels: ['2026-05（3 天）'], series: [{ name: '本期' }] })
    expect(monthsFigure(week, [...before, ...week], units).series.map(({ name, values }) => [name, values[0]])).toEqual([['本期', 444], ['上年同期', 888]])
    expect(plain(monthsFigure(week, [...before, ...week], units).title)).toBe('2026-05 至 2026-05 共 444 kWh，比上年同期少 50 %')
  })
})
