import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { http } from '@/app/http'
import { Problem } from '@/app/problem'
import { useSession } from '@/app/session'
import type { Visit } from './campaign'
import { pocketOfPage } from './pocket'
import { useRounds } from './rounds'

const visit = { line: { id: 'v', campaign: 'X', state: 'OPEN' }, items: [{ code: 'a' }], answers: [], mine: true } as unknown as Visit
const answer = { item: 'a', said: 'YES' as const, number: null, text: null, note: null, photos: [] }
const gone = (status: number) => new Problem({ type: 'about:test', title: '', status })
const rounds = useRounds()

describe('the visits of whoever is signed in', () => {
  let get: ReturnType<typeof vi.spyOn>
  let put: ReturnType<typeof vi.spyOn>

  beforeEach(() => {
    setActivePinia(createPinia())
    get = vi.spyOn(http, 'get').mockResolvedValue([visit])
    put = vi.spyOn(http, 'put').mockResolvedValue({ visit, conflicts: [] })
  })
  afterEach(() => vi.restoreAllMocks())

  it('are not those of who was here before, and overwrite nothing that one has not sent', async () => {
    await rounds.open('li')
    put.mockRejectedValue(gone(0))
    await rounds.say('v', answer)
    await rounds.open('wu')
    expect(rounds.items.value).toMatchObject([{ account: 'wu', waiting: [] }])
    await rounds.open('li')
    expect(rounds.items.value).toMatchObject([{ account: 'li', waiting: [{ item: 'a' }] }])
    put.mockResolvedValue({ visit, conflicts: [] })
    await rounds.sync(true)
    expect(rounds.waiting.value).toBe(0)
  })

  it('ask to sign in again once: who puts it off is asked when they press for it, and nothing is lost', async () => {
    await rounds.open('li')
    put.mockRejectedValue(gone(401))
    await rounds.say('v', answer)
    await rounds.sync()
    expect(rounds.locked.value).toBe(true)
    expect(rounds.failure.value).toBeNull()
    put.mockClear()
    await rounds.sync()
    expect(put).not.toHaveBeenCalled()
    put.mockResolvedValue({ visit, conflicts: [] })
    await rounds.sync(true)
    expect(rounds.locked.value).toBe(false)
    expect(rounds.waiting.value).toBe(0)
  })

  it('send nothing before the server knows that it is still they', async () => {
    const session = useSession()
    await rounds.open('li')
    session.away = true
    put.mockClear()
    await rounds.say('v', answer)
    get.mockImplementation((async (path: string) => { if (path === 'identity/session') throw gone(0); return [visit] }) as never)
    await rounds.sync()
    expect(put).not.toHaveBeenCalled()
    expect(rounds.offline.value).toBe(true)
    get.mockImplementation((async (path: string) => (path === 'identity/session' ? { account: 'li' } : [visit])) as never)
    session.session = { account: 'li' } as never
    await rounds.sync()
    expect(put).toHaveBeenCalled()
  })
})

describe('a pocket', () => {
  it('holds the same visit for two people', async () => {
    const pocket = pocketOfPage()
    const one = { id: 'v', account: 'li', visit, waiting: [], photos: [], finish: null, conflicts: [] }
    await pocket.put(one)
    await pocket.put({ ...one, account: 'wu' })
    await pocket.remove(one)
    expect((await pocket.all()).map((each) => each.account)).toEqual(['wu'])
  })
})
