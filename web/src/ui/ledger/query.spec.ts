import { describe, expect, it } from 'vitest'
import type { Column, Ledger } from '@/api/types'
import { askQuery, conditionsOf, nextSort, readQuery, withFilter, writeQuery } from './query'

const column = (name: string, kind: Column['kind'] = 'TEXT'): Column => ({
  name, label: { zh: name, en: name }, kind, required: false, unit: null, scale: null, min: null, max: null, maxLength: null,
  codes: null, sortable: true, filter: 'TEXT', shown: true, link: null, note: null, derived: false, grade: 'L2', category: 'ORDINARY', masked: false,
})
const rooms: Ledger = {
  name: 'premises.room', module: 'premises', path: 'premises/rooms', title: { zh: '房间', en: 'Rooms' }, note: null, objectKind: 'room',
  key: ['buildingCode', 'number'], defaultSort: 'number', writable: true, columns: [column('number'), column('use', 'CODE'), column('usableArea', 'DECIMAL')],
}

describe('a list in the address bar', () => {
  it('comes back as it was written', () => {
    const address = { institution: 'i1', q: '会议', buildingId: ['b1', 'b2'], use: ['OFFICE', 'IDLE'], 'usableArea.from': '10', 'usableArea.to': '30', 'number.like': '10', sort: '-usableArea', limit: '100', after: 'c2' }

    expect(writeQuery(readQuery(address, rooms), rooms)).toEqual(address)
  })

  it('leaves out what is the default', () => {
    expect(writeQuery(readQuery({ sort: 'number', limit: '50', q: '' }, rooms), rooms)).toEqual({})
  })

  it('tells the server the defaults all the same', () => {
    expect(askQuery(readQuery({}, rooms), rooms)).toEqual({ sort: 'number', limit: '50' })
  })

  it('takes an unknown field for the id of a linked object, and the open drawer for none', () => {
    const list = readQuery({ buildingId: 'b1', open: 'r7' }, rooms)

    expect(list.links).toEqual({ buildingId: ['b1'] })
    expect(writeQuery(list, rooms)).toEqual({ buildingId: 'b1' })
  })

  it('does not take a page size out of the air', () => {
    expect(readQuery({ limit: '100000' }, rooms).limit).toBe(50)
  })

  it('goes back to the first page when a filter changes', () => {
    const list = withFilter(readQuery({ after: 'c2' }, rooms), 'use', { values: ['OFFICE'] })

    expect(writeQuery(list, rooms)).toEqual({ use: 'OFFICE' })
  })

  it('drops a filter that says nothing', () => {
    const list = withFilter(readQuery({ use: 'OFFICE' }, rooms), 'use', { values: [] })

    expect(list.filters).toEqual({})
  })

  it('exports what is filtered, not the page one stands on', () => {
    expect(conditionsOf(readQuery({ use: 'OFFICE', after: 'c2', limit: '200' }, rooms), rooms)).toEqual({ use: 'OFFICE', sort: 'number' })
  })
})

describe('a click on a column head', () => {
  it('sorts up, then down, then as the ledger does', () => {
    expect(nextSort('number', 'usableArea', 'number')).toBe('usableArea')
    expect(nextSort('usableArea', 'usableArea', 'number')).toBe('-usableArea')
    expect(nextSort('-usableArea', 'usableArea', 'number')).toBe('number')
  })
})
