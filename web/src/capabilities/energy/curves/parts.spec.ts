import { describe, expect, it } from 'vitest'
import { byHour, byMonth, partsFigure, shortName, type Part, type PartsAnswer } from './parts'

const part = (name: string, ...sums: [month: string, workday: boolean, days: number, hourly: number][]): Part => ({
  id: name, code: name, name, item: null, sums: sums.map(([month, workday, days, hourly]) => ({ month, workday, days, hours: Array<number>(24).fill(hourly) })),
})
const answer: PartsAnswer = {
  whole: part('主楼总电表', ['2026-05', true, 2, 20], ['2026-05', false, 1, 4], ['2026-06', true, 1, 10]),
  parts: [part('主楼空调', ['2026-05', true, 2, 12], ['2026-05', false, 1, 1], ['2026-06', true, 1, 6]), part('主楼照明', ['2026-05', true, 2, 6], ['2026-05', false, 1, 2], ['2026-06', true, 1, 3])],
}
const units = { amount: 'kWh', rate: 'kW', load: '负荷' }

describe('parts of a meter', () => {
  it('keep their order whatever is largest, with what no meter below explains on top', () => {
    expect(byMonth(answer).map(({ name, values }) => [name, values])).toEqual([['照明', [192, 72]], ['空调', [312, 144]], ['未分项计量', [72, 24]]])
  })

  it('are the mean workday by the hour', () => {
    expect(byHour(answer).map(({ values }) => values[8])).toEqual([3, 6, 1])
  })

  it('are the mean day where only days off were read', () => {
    const holidays: PartsAnswer = { whole: part('总', ['2026-10', false, 2, 10]), parts: [part('分', ['2026-10', false, 2, 4])] }

    expect(byHour(holidays).map(({ values }) => values[0])).toEqual([2, 3])
  })

  it('beyond five are put together', () => {
    const many: PartsAnswer = { whole: part('总', ['2026-05', true, 1, 30]), parts: [7, 6, 5, 4, 3, 2].map((hourly) => part(`表${hourly}`, ['2026-05', true, 1, hourly])) }

    expect(byMonth(many).map(({ name, values }) => [name, values[0]! / 24])).toEqual([['表4', 4], ['表5', 5], ['表6', 6], ['表7', 7], ['其余 2 块表', 5], ['未分项计量', 3]])
  })

  it('that sum up to more than the whole are said to, rather than stacked in silence', () => {
    const wrong: PartsAnswer = { whole: part('总', ['2026-05', true, 1, 10]), parts: [part('分', ['2026-05', true, 1, 12])] }

    expect(partsFigure(wrong, units).title).toContain('比总表多 20')
    expect(partsFigure(answer, units).title).toContain('空调最多')
  })

  it('leave out of their names what the meter above says already', () => {
    expect(shortName('一号院办公楼空调分项电表', '一号院办公楼总电表')).toBe('空调分项电表')
    expect(shortName('锅炉', '总表')).toBe('锅炉')
  })
})
