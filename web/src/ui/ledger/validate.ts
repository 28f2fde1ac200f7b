import type { Cell, Column } from '@/api/types'
import { sayUnit } from '@/app/i18n'

/** A key of words and what they need; the form words it in the language of the moment. */
export interface Complaint {
  key: string
  named?: Record<string, unknown>
}

export type Read = { value: Cell } | { complaint: Complaint }

const digits = /^[-+]?(\d+(\.\d*)?|\.\d+)$/

/** People paste "1,234.50" and type "１２" with a Chinese keyboard; both are figures. */
export function plainFigure(raw: string): string {
  return raw
    .replace(/[０-９．－＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[,,\s_]/g, '')
    .replace(/。/g, '.')
}

export function readCell(column: Column, raw: Cell): Read {
  const blank = raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '')
  if (blank) return column.required ? { complaint: { key: 'form.required' } } : { value: null }
  switch (column.kind) {
    case 'INTEGER': case 'DECIMAL': case 'MONEY': return readFigure(column, plainFigure(String(raw)))
    case 'BOOLEAN': return { value: raw === true || raw === 'true' }
    case 'CODE': return known(column, raw)
    case 'TEXT': return readText(column, String(raw).trim())
    default: return { value: raw }
  }
}

function readFigure(column: Column, text: string): Read {
  if (!digits.test(text)) return { complaint: { key: 'form.notFigure' } }
  const decimals = (text.split('.')[1] ?? '').replace(/0+$/, '').length
  const scale = column.kind === 'INTEGER' ? 0 : (column.scale ?? (column.kind === 'MONEY' ? 2 : 6))
  if (decimals > scale) return { complaint: scale === 0 ? { key: 'form.notWhole' } : { key: 'form.tooFine', named: { n: scale } } }
  const value = Number(text)
  if (column.min !== null && value < column.min) return { complaint: { key: 'form.atLeast', named: { limit: column.min, unit: sayUnit(column.unit) } } }
  if (column.max !== null && value > column.max) return { complaint: { key: 'form.atMost', named: { limit: column.max, unit: sayUnit(column.unit) } } }
  return { value }
}

function readText(column: Column, text: string): Read {
  const length = [...text].length
  if (column.maxLength !== null && length > column.maxLength) return { complaint: { key: 'form.tooLong', named: { most: column.maxLength, n: length } } }
  return { value: text }
}

function known(column: Column, raw: Cell): Read {
  return column.codes && !column.codes.some((one) => one.code === String(raw)) ? { complaint: { key: 'form.notListed' } } : { value: raw }
}

/** "100" in a field and 100 in a row are the same answer. */
export function sameCell(column: Column, one: Cell, other: Cell): boolean {
  const value = (raw: Cell) => {
    const read = readCell({ ...column, required: false, min: null, max: null, maxLength: null, codes: null }, raw)
    return 'value' in read ? read.value : raw
  }
  return (value(one) ?? null) === (value(other) ?? null)
}
