import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Column, Ledger, Row } from '@/api/types'
import { useForm } from './useForm'

const column = (name: string, over: Partial<Column> = {}): Column => ({
  name, label: { zh: name, en: name }, kind: 'TEXT', required: false, unit: null, scale: null, min: null, max: null, maxLength: null,
  codes: null, sortable: true, filter: 'TEXT', shown: true, link: null, note: null, derived: false, grade: 'L2', category: 'ORDINARY', masked: false, ...over,
})
const rooms: Ledger = {
  name: 'premises.room', module: 'premises', path: 'premises/rooms', title: { zh: '房间', en: 'Rooms' }, note: null, objectKind: 'room', key: ['number'], defaultSort: 'number', writable: true,
  columns: [column('number', { required: true }), column('usableArea', { kind: 'DECIMAL', scale: 2 }), column('institutionName', { derived: true })],
}
const row: Row = { id: 'r1', version: 3, number: '101', usableArea: 38, institutionName: '财政局' }
let sent: { method: string; url: string; body: unknown; key: string | null }[] = []
let answers: (() => Response)[] = []

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

beforeEach(() => {
  sent = []
  sessionStorage.clear()
  vi.stubGlobal('fetch', async (url: string, ask: RequestInit) => {
    sent.push({ method: ask.method!, url, body: JSON.parse(String(ask.body)), key: new Headers(ask.headers).get('Idempotency-Key') })
    return answers.shift()!()
  })
})
afterEach(() => vi.unstubAllGlobals())

const set = (form: ReturnType<typeof useForm>, name: string, value: string) => form.set(form.columns.find((one) => one.name === name)!, value)

describe('a form of one row', () => {
  it('asks only for what people fill in', () => {
    expect(useForm(rooms, null).columns.map((one) => one.name)).toEqual(['number', 'usableArea'])
  })

  it('sends only what was changed, with the version it was changed from', async () => {
    answers = [json(200, row)]
    const form = useForm(rooms, row)
    set(form, 'usableArea', '41.2')

    await form.submit()

    expect(sent).toMatchObject([{ method: 'PATCH', url: '/api/premises/rooms/r1', body: { version: 3, usableArea: 41.2 } }])
  })

  it('says since when a change holds only where somebody said so, and that it corrects where it does', async () => {
    const dated: Ledger = { ...rooms, columns: [...rooms.columns, column('since', { kind: 'DATE' })], dated: { columns: ['usableArea'], past: 'premises/room-pasts', filter: 'roomId' } }
    answers = [json(200, row), json(200, row)]
    const form = useForm(dated, row)
    expect(form.moved.value).toEqual([])

    set(form, 'usableArea', '41.2')
    expect(form.moved.value).toEqual(['usableArea'])
    await form.submit()
    form.correcting.value = true
    await form.submit()

    expect(sent.map((one) => one.url)).toEqual(['/api/premises/rooms/r1', '/api/premises/rooms/r1?correcting=true'])
    expect(sent[0]!.body).not.toHaveProperty('since')
  })

  it('sends nothing while something is wrong', async () => {
    const form = useForm(rooms, null)

    expect(await form.submit()).toBeNull()
    expect(form.errors.number).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('shows the server\'s sentence at its field', async () => {
    answers = [json(422, { type: '/problems/ledger/row-refused', title: '有误', status: 422, errors: [{ pointer: '/number', message: '已有 101 号' }] })]
    const form = useForm(rooms, null)
    set(form, 'number', '101')

    await form.submit()

    expect(form.errors.number).toBe('已有 101 号')
  })

  it('keeps one idempotency key while the answer is lost, and takes a new one after a refusal', async () => {
    answers = [json(503, {}), json(422, { type: 'x', title: 'x', status: 422 }), json(201, { id: 'r2' })]
    const form = useForm(rooms, null)
    set(form, 'number', '102')

    await form.submit()
    await form.submit()
    await form.submit()

    expect(sent[0]!.key).toBe(sent[1]!.key)
    expect(sent[2]!.key).not.toBe(sent[1]!.key)
  })

  it('finds what was not sent when it is opened again', () => {
    set(useForm(rooms, row), 'usableArea', '50')

    const again = useForm(rooms, row)

    expect(again.restored.value).toBe(true)
    expect(again.cells.usableArea).toBe('50')
  })

  it('has no draft left after it was saved', async () => {
    answers = [json(200, row)]
    const form = useForm(rooms, row)
    set(form, 'usableArea', '50')
    await form.submit()

    expect(useForm(rooms, row).restored.value).toBe(false)
  })

  it('keeps my change and takes theirs when someone else saved in between', async () => {
    answers = [json(409, { type: '/problems/ledger/row-stale', title: 'x', status: 409 }), json(200, row)]
    const form = useForm(rooms, row)
    set(form, 'usableArea', '50')
    await form.submit()
    expect(form.problem.value?.kind).toBe('stale')

    form.rebase({ ...row, version: 4, number: '101甲' })
    await form.submit()

    expect(form.cells.number).toBe('101甲')
    expect(sent.at(-1)!.body).toEqual({ version: 4, usableArea: 50 })
  })
})
