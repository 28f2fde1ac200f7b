import type { Column, Row } from '@/api/types'
import { say, sayUnit } from '@/app/i18n'
import { cell, isFigure, nothing } from '../format'

function plain(column: Column, row: Row): string {
  const value = row[column.name]
  // Figures stay figures, so that a spreadsheet can add them up.
  if (isFigure(column)) return value === null || value === undefined ? '' : String(value)
  const shown = cell(column, value)
  return shown === nothing ? '' : shown
}

const heads = (columns: Column[]) => columns.map((column) => say(column.label) + (column.unit ? ` (${sayUnit(column.unit)})` : ''))

/** As tab-separated lines, which every spreadsheet takes from the clipboard. */
export function asTsv(columns: Column[], rows: Row[]): string {
  const line = (cells: string[]) => cells.map((one) => one.replace(/[\t\r\n]+/g, ' ')).join('\t')
  return [line(heads(columns)), ...rows.map((row) => line(columns.map((column) => plain(column, row))))].join('\n')
}

export function asCsv(columns: Column[], rows: Row[]): string {
  return csv([heads(columns), ...rows.map((row) => columns.map((column) => plain(column, row)))])
}

/** With a byte-order mark, without which Excel reads Chinese as noise; and no cell may start a formula. */
export function csv(lines: (string | number)[][]): string {
  const quote = (cellOf: string | number) => {
    const bare = String(cellOf)
    const safe = typeof cellOf === 'string' && /^[=+@\t\r]|^-(?![\d.]+$)/.test(bare) ? `'${bare}` : bare
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\ufeff${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`
}
