import { describe, expect, it } from 'vitest'
import { Problem } from '@/app/problem'
import type { Ledger } from '@/api/types'
import { freshSeed, holds, inspectorsOf, kindsOf, settlingOf, successors, type Asked, type Line, type Visit } from './campaign'
import { newId, pocketOfPage, type Pocketed, type Said } from './pocket'
import { isOffline, send, type Change, type Wire } from './sync'

const item = (code: string): Asked => ({ code, title: { zh: code, en: code }, kind: 'YES_NO', photo: 'NONE', clause: '', unit: null, most: true, limit: null })
const visit = (n = 0): Visit => ({ line: { id: 'v', campaign: 'X', state: 'OPEN' } as Visit['line'], items: [item('a'), item('b')], answers: n ? [{ item: 'a', n } as Visit['answers'][number]] : [], mine: true })
const said = (code: string, more: Partial<Said> = {}): Said => ({ key: newId(), item: code, seen: 0, at: '2026-07-01T10:00:00Z', said: 'YES', number: null, text: null, note: null, photos: [], ...more })
const held = (more: Partial<Pocketed>): Pocketed => ({ id: 'v', account: 'me', visit: visit(), waiting: [], photos: [], finish: null, conflicts: [], ...more })

/** What is in the pocket, changed as the page changes it. */
function pocketed(first: Pocketed, put: (one: Pocketed) => Promise<void> = async () => {}) {
  const there = { now: first }
  const change = async (how: Change) => {
    there.now = how(there.now)
    await put(there.now)
    return there.now
  }
  return { there, change }
}

/** A server that takes an answer once by its key, and can be out of reach. */
function server() {
  const taken = new Map<string, unknown>()
  const photos: string[] = []
  const told = { fails: 0, finished: 0 }
  const meet = () => {
    if (told.fails-- > 0) throw new Problem({ type: 'about:offline', title: '', status: 0 })
  }
  const wire: Wire = {
    async photo(_, photo) {
      meet()
      photos.push(photo.id)
      return `paper-${photo.id}`
    },
    async answers(_, answers) {
      for (const one of answers as Said[]) taken.set(one.key, one)
      meet()
      return { visit: visit(1), conflicts: [] }
    },
    async finish() {
      meet()
      told.finished++
      return visit(1)
    },
  }
  return { wire, taken, photos, told }
}

describe('a visit in the pocket', () => {
  it('sends photographs first, then what was said with them, then that it is done', async () => {
    const { wire, taken, told } = server()
    const first = held({ waiting: [said('a', { photos: ['p'] })], photos: [{ id: 'p', blob: new Blob(['x']), paper: null }], finish: { note: '' } })
    const now = await send(first, wire, pocketed(first).change)
    expect([...taken.values()]).toMatchObject([{ item: 'a', photos: ['paper-p'] }])
    expect(told.finished).toBe(1)
    expect(now).toMatchObject({ waiting: [], finish: null })
  })

  it('goes on where it broke off: a photograph is sent once, an answer keeps its key', async () => {
    const { wire, taken, photos, told } = server()
    const pocket = pocketOfPage()
    const first = held({ waiting: [said('a', { photos: ['p'] })], photos: [{ id: 'p', blob: new Blob(['x']), paper: null }] })
    await pocket.put(first)
    await send(first, { ...wire, answers: async (id, answers) => (await wire.answers(id, answers), Promise.reject(new Problem({ type: 'about:offline', title: '', status: 0 }))) }, pocketed(first, pocket.put).change).catch((problem) => expect(isOffline(problem)).toBe(true))
    expect(told.finished).toBe(0)
    const [later] = await pocket.all()
    expect(later!.waiting).toHaveLength(1)
    await send(later!, wire, pocketed(later!, pocket.put).change)
    expect(photos).toEqual(['p'])
    expect(taken.size).toBe(1)
    expect((await pocket.all())[0]!.waiting).toEqual([])
  })

  it('loses nothing that is said, taken or finished while something is on its way', async () => {
    const { wire, taken } = server()
    const first = held({ waiting: [said('a', { photos: ['p'] })], photos: [{ id: 'p', blob: new Blob(['x']), paper: null }] })
    const { there, change } = pocketed(first)
    const later = said('b', { photos: ['q'] })
    await send(first, { ...wire, photo: async (...of) => {
      await change((now) => ({ ...now, photos: [...now.photos, { id: 'q', blob: new Blob(['y']), paper: null }], waiting: [...now.waiting, later], finish: { note: 'done' } }))
      return wire.photo(...of)
    } }, change)
    expect([...taken.values()]).toMatchObject([{ item: 'a', photos: ['paper-p'] }])
    expect(there.now.waiting).toEqual([later])
    expect(there.now.finish).toEqual({ note: 'done' })
    await send(there.now, wire, change)
    expect([...taken.values()]).toMatchObject([{ item: 'a' }, { item: 'b', photos: ['paper-q'] }])
    expect(there.now).toMatchObject({ waiting: [], finish: null })
  })

  it('keeps what cannot be sent', async () => {
    const { wire, told } = server()
    told.fails = 1
    const one = held({ waiting: [said('a')] })
    await expect(send(one, wire, pocketed(one).change)).rejects.toSatisfy(isOffline)
    expect(one.waiting).toHaveLength(1)
  })

  it('tells of conflicts and does not finish over them', async () => {
    const { wire, told } = server()
    const first = held({ waiting: [said('a'), said('b')], finish: { note: '' } })
    const now = await send(first, { ...wire, answers: async () => ({ visit: visit(2), conflicts: ['a'] }) }, pocketed(first).change)
    expect(now.conflicts).toEqual(['a'])
    expect(now.finish).toBeNull()
    expect(told.finished).toBe(0)
  })
})

describe('what is told before it is sent', () => {
  it('holds a number to its side of the limit', () => {
    const least = { ...item('cooling'), most: false, limit: { value: 26, clause: '' } }
    expect(holds(least, 26)).toBe(true)
    expect(holds(least, 25.9)).toBe(false)
    expect(holds({ ...least, most: true, limit: { value: 20, clause: '' } }, 20.1)).toBe(false)
    expect(holds({ ...least, limit: null }, 1)).toBeNull()
  })

  it('makes keys that servers take for ids, and seeds that are not the same', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(freshSeed()).not.toBe(freshSeed())
  })
})

describe('a visit that is not made by whom it was drawn for', () => {
  it('is dropped with a reason, or given to somebody else', () => {
    expect(settlingOf('drop', 'v', ' 单位正在搬迁 ')).toEqual({ method: 'post', path: 'supervision/visits/v/drop', body: { reason: '单位正在搬迁' } })
    expect(settlingOf('give', 'v', 'li')).toEqual({ method: 'put', path: 'supervision/visits/v/inspector', body: { inspector: 'li' } })
  })

  it('is offered to all but who has it', () => {
    const people = [{ account: 'li', name: '李' }, { account: 'wu', name: '吴' }]
    expect(successors(people, { inspector: people[0]! } as Line)).toEqual([people[1]])
  })

  it('is not offered to who only explains and puts right', () => {
    expect(inspectorsOf([{ account: 'li', name: '李', verifies: true }, { account: 'zhang', name: '张', verifies: false }]).map((one) => one.account)).toEqual(['li'])
  })
})

describe('kinds of institutions', () => {
  it('are those of the ledger, none while it is not there', () => {
    const codes = [{ code: 'PARTY_ORGAN', zh: '党委机关', en: 'Party organ' }]
    expect(kindsOf({ columns: [{ name: 'kind', codes }] } as unknown as Ledger)).toEqual(codes)
    expect(kindsOf(undefined)).toEqual([])
  })
})
