import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import { brief, capped, cell, date, dateTime, daysSince, money, number, relative, toTheSecond, unbroken } from './format'
import type { Column } from '@/api/types'

const now = new Date('2026-11-21T14:05:00+08:00')
afterEach(() => speak('zh-CN'))

describe('times', () => {
  it('are absolute with the weekday, in the time of China wherever the desk stands', () => {
    expect(dateTime('2026-11-21T06:05:00Z')).toBe('2026-11-21 周六 14:05')
    expect(toTheSecond('2026-11-21T06:05:09.87Z')).toBe('2026-11-21 14:05:09')
  })

  it('name the weekday in English when the screen is English', () => {
    speak('en')

    expect(dateTime('2026-11-21T14:05:00+08:00')).toBe('2026-11-21 Sat 14:05')
  })

  it('say how far away they are', () => {
    expect(relative('2026-11-21T14:04:30+08:00', now)).toBe('刚刚')
    expect(relative('2026-11-21T11:05:00+08:00', now)).toBe('3小时前')
  })

  it('count whole days between dates, so that what is due today is due today', () => {
    expect(relative('2026-11-21', now)).toBe('今天')
    expect(relative('2026-11-22', new Date('2026-11-21T23:59:00+08:00'))).toBe('明天')
  })

  it('count the days since one went by', () => {
    expect(daysSince('2026-11-21', now)).toBe(0)
    expect(daysSince('2026-10-21', now)).toBe(31)
  })

  it('leave a bare date as it is', () => {
    expect(date('2026-01-31')).toBe('2026-01-31')
  })
})

describe('figures', () => {
  it('carry separators and the decimals they are kept with', () => {
    expect(number(1234567.5, 2)).toBe('1,234,567.50')
    expect(money(0)).toBe('0.00')
  })

  it('show a dash where nothing is known, which is not nought', () => {
    expect(number(null)).toBe('—')
    expect(money(undefined)).toBe('—')
  })

  it('are shortened the way each language counts', () => {
    expect(brief(12_345_678)).toBe('1,234.57\u202f万')
    expect(brief(400_000)).toBe('40\u202f万')
    speak('en')
    expect(brief(12_345_678)).toBe('12.35\u202fM')
  })

  it('stay on one line with their unit, within a sentence', () => {
    expect(unbroken('使用 60 间、1250.56 m²，超出 14 m²')).toBe('使用 60 间、1250.56\u00a0m²，超出 14\u00a0m²')
  })

  it('say so when the count stopped', () => {
    expect(capped(10_000, true)).toBe('10,000+')
  })
})

describe('a cell', () => {
  const column = { kind: 'CODE', codes: [{ code: 'OFFICE', zh: '办公室', en: 'Office' }] } as Column

  it('shows the words of its code', () => {
    expect(cell(column, 'OFFICE')).toBe('办公室')
  })

  it('parts the thousands of what counts, and not of what names', () => {
    expect(cell({ kind: 'INTEGER', name: 'seats' } as Column, 2025)).toBe('2,025')
    expect(cell({ kind: 'INTEGER', name: 'year' } as Column, 2025)).toBe('2025')
    expect(cell({ kind: 'INTEGER', name: 'paymentNo' } as Column, 1001)).toBe('1001')
  })

  it('shows a code that nobody knows rather than hiding it', () => {
    expect(cell(column, 'SHED')).toBe('SHED')
  })
})
