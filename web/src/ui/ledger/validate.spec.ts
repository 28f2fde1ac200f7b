import { describe, expect, it } from 'vitest'
import type { Column } from '@/api/types'
import { readCell, sameCell } from './validate'

const column = (over: Partial<Column>): Column => ({
  name: 'x', label: { zh: '', en: '' }, kind: 'TEXT', required: false, unit: null, scale: null, min: null, max: null, maxLength: null,
  codes: null, sortable: true, filter: 'TEXT', shown: true, link: null, note: null, derived: false, grade: 'L2', category: 'ORDINARY', masked: false, ...over,
})
const area = column({ kind: 'DECIMAL', scale: 2, min: 0.01, max: 5000, unit: 'm²' })

describe('what is typed into a field', () => {
  it('may be a figure with separators or from a Chinese keyboard', () => {
    expect(readCell(area, '1,234.50')).toEqual({ value: 1234.5 })
    expect(readCell(area, '１２．５')).toEqual({ value: 12.5 })
  })

  it('must be a figure where one is asked', () => {
    expect(readCell(area, '约30')).toEqual({ complaint: { key: 'form.notFigure' } })
  })

  it('may not be finer than it is kept, but noughts at the end do no harm', () => {
    expect(readCell(area, '1.234')).toEqual({ complaint: { key: 'form.tooFine', named: { n: 2 } } })
    expect(readCell(area, '1.2000')).toEqual({ value: 1.2 })
    expect(readCell(column({ kind: 'INTEGER', scale: 0 }), '2.5')).toEqual({ complaint: { key: 'form.notWhole' } })
  })

  it('is held to the limits, which are allowed themselves', () => {
    expect(readCell(area, 5000)).toEqual({ value: 5000 })
    expect(readCell(area, '0')).toEqual({ complaint: { key: 'form.atLeast', named: { limit: 0.01, unit: 'm²' } } })
  })

  it('may be left out unless it is required, and then is null rather than empty', () => {
    expect(readCell(area, '  ')).toEqual({ value: null })
    expect(readCell(column({ required: true }), '')).toEqual({ complaint: { key: 'form.required' } })
  })

  it('counts characters as people do', () => {
    expect(readCell(column({ maxLength: 2 }), '𠮷野家')).toEqual({ complaint: { key: 'form.tooLong', named: { most: 2, n: 3 } } })
    expect(readCell(column({ maxLength: 2 }), ' 𠮷野 ')).toEqual({ value: '𠮷野' })
  })

  it('must be one of the codes where there are codes', () => {
    const use = column({ kind: 'CODE', codes: [{ code: 'OFFICE', zh: '办公室', en: 'Office' }] })

    expect(readCell(use, 'SHED')).toEqual({ complaint: { key: 'form.notListed' } })
  })
})

describe('a change', () => {
  it('is not made by writing the same figure another way', () => {
    expect(sameCell(area, 100, '100.00')).toBe(true)
    expect(sameCell(area, null, '')).toBe(true)
    expect(sameCell(area, 100, '101')).toBe(false)
  })
})
