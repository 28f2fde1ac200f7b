import { describe, expect, it } from 'vitest'
import type { ImportRun } from '@/api/types'
import { adviceOf, objectionTo, recognised, stepOf, verdictOf } from './imports'

const sheet = (rows: number, added: number, changed: number, bad: number, ledger: string | null = 'premises.room') => ({ sheet: '房间', ledger, title: null, rows, added, changed, same: rows - added - changed - bad, bad, ignoredColumns: [] })
const run = (state: ImportRun['state'], ...sheets: ReturnType<typeof sheet>[]) => ({ state, sheets }) as unknown as ImportRun

describe('a checked workbook', () => {
  it('may be written as a whole when every row is sound', () => {
    expect(verdictOf(run('CHECKED', sheet(10, 8, 2, 0)))).toBe('sound')
  })

  it('may be written in part when some rows are sound', () => {
    expect(verdictOf(run('CHECKED', sheet(10, 8, 0, 2)))).toBe('some')
  })

  it('has nothing to write when all rows are wrong, or all are there already', () => {
    expect(verdictOf(run('CHECKED', sheet(10, 0, 0, 10)))).toBe('none')
    expect(verdictOf(run('CHECKED', sheet(10, 0, 0, 0)))).toBe('nothing')
  })

  it('leaves out sheets that fit no ledger', () => {
    expect(recognised(run('CHECKED', sheet(10, 1, 0, 0), sheet(0, 0, 0, 0, null)))).toHaveLength(1)
  })

  it('stands at the decision until it has been written', () => {
    expect(stepOf(run('APPLYING'))).toBe('decide')
    expect(stepOf(run('APPLIED'))).toBe('done')
  })
})

describe('a refused file', () => {
  it('is advised on by the reason the server gives, else by its type', () => {
    expect(adviceOf({ type: '/problems/workbook/file-unreadable', title: '', facts: { reason: 'old-xls' } })).toBe('oldXls')
    expect(adviceOf({ type: '/problems/workbook/no-sheet-recognised', title: '' })).toBe('noSheetRecognised')
    expect(adviceOf({ type: '/problems/workbook/broken', title: '' })).toBe('other')
  })

  it('is not sent when its name or size tells enough', () => {
    expect(objectionTo({ name: '台账.xls', size: 9 })).toBe('oldXls')
    expect(objectionTo({ name: '说明.docx', size: 9 })).toBe('kind')
    expect(objectionTo({ name: '台账.XLSX', size: 0 })).toBe('empty')
    expect(objectionTo({ name: '台账.xlsx', size: 300 * 1024 * 1024 })).toBe('tooLarge')
    expect(objectionTo({ name: '台账.csv', size: 9 })).toBeNull()
  })
})
