import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import type { Column, Ledger, Row } from '@/api/types'
import LedgerTable from './LedgerTable.vue'

const push = vi.hoisted(() => vi.fn())
vi.mock('vue-router', async (original) => ({ ...(await original<object>()), useRouter: () => ({ push }) }))

const column = (name: string, over: Partial<Column> = {}): Column => ({
  name, label: { zh: name, en: name }, kind: 'TEXT', required: false, unit: null, scale: null, min: null, max: null, maxLength: null,
  codes: null, sortable: true, filter: 'TEXT', shown: true, link: null, note: null, derived: false, grade: 'L2', category: 'ORDINARY', masked: false, ...over,
})
const ledger: Ledger = {
  name: 'premises.room', module: 'premises', path: 'premises/rooms', title: { zh: '房间', en: 'Rooms' }, note: null, objectKind: 'room', key: ['number'], defaultSort: 'number', writable: true,
  columns: [column('number'), column('buildingName', { link: { kind: 'building', id: 'buildingId' } }), column('usableArea', { kind: 'DECIMAL', scale: 2, unit: 'm²' })],
}
const rows: Row[] = [
  { id: 'r1', version: 1, number: '101', buildingName: '主楼', buildingId: 'b1', usableArea: 38 },
  { id: 'r2', version: 1, number: '102', buildingName: null, buildingId: null, usableArea: null },
]
const table = () =>
  mount(LedgerTable, {
    props: { ledger, columns: ledger.columns, rows, sort: '-usableArea', density: 'comfortable', selected: new Map([['r2', rows[1]!]]), cursor: 0, busy: false },
    global: { plugins: [i18n] },
  })

describe('a ledger as a table', () => {
  it('shows cells as people write them, and a dash where nothing is known', () => {
    const cells = table().findAll('tbody td:not(.pick, .rest)').map((cell) => cell.text())

    expect(cells).toEqual(['101', '主楼', '38.00', '102', '—', '—'])
  })

  it('says by which column it is sorted, and the unit once in the head', () => {
    const heads = table().findAll('th[scope="col"]:not(.pick)')

    expect(heads.map((head) => head.attributes('aria-sort'))).toEqual(['none', 'none', 'descending'])
    expect(heads[2]!.text()).toBe('usableAream²')
  })

  it('links the row to its page and a cell to the object it names, without leaving the console', async () => {
    const view = table()
    const links = view.findAll('tbody td:not(.rest) a')
    await links[1]!.trigger('click')

    expect(links.map((link) => link.attributes('href'))).toEqual(['/objects/room/r1', '/objects/building/b1', '/objects/room/r2'])
    expect(push).toHaveBeenCalledWith('/objects/building/b1')
    expect(view.emitted('open')).toBeUndefined()
  })

  it('leaves a link with a modifier key to the browser', async () => {
    push.mockClear()
    await table().findAll('tbody a')[0]!.trigger('click', { ctrlKey: true })

    expect(push).not.toHaveBeenCalled()
  })

  it('opens a row by a click beside its links, and picks it by its box', async () => {
    const view = table()
    await view.findAll('tbody td.num')[0]!.trigger('click')
    await view.findAll('tbody input')[0]!.trigger('change')

    expect(view.emitted('open')).toEqual([[rows[0]]])
    expect(view.emitted('pick')).toEqual([[rows[0]]])
    expect(view.findAll('tbody tr')[1]!.classes()).toContain('picked')
  })
})
