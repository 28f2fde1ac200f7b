import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { lastKnown, remember } from './lastKnown'
import { onLeave, useSession } from './session'

const li = { account: 'li', name: '李', lacks: [], permissions: [], everywhere: [] } as unknown as Session
const wu = { ...li, account: 'wu', name: '吴' }
const day = 24 * 3600_000

/** What the server says to a method and path; null is no network. */
let says: (asked: string) => Response | null
const asked: string[] = []
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  asked.length = 0
  says = () => null
  vi.stubGlobal('fetch', async (path: string, how: RequestInit) => {
    asked.push(`${how.method} ${path}`)
    const answer = says(`${how.method} ${path}`)
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('who it is where nobody can be asked', () => {
  it('is who was signed in last, on a page that works alone and on no other', async () => {
    remember(li)
    expect(await useSession().load(true)).toMatchObject({ account: 'li' })
    expect(useSession().away).toBe(true)
    await expect(useSession().load()).rejects.toMatchObject({ kind: 'offline' })
  })

  it('is nobody on a phone where no visit was taken along', async () => {
    says = () => json(li)
    await useSession().load(true)
    says = () => null
    await expect(useSession().load(true)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('is nobody where the server says so, and nobody after a week', async () => {
    remember(li)
    says = () => json({ title: 'x', status: 401 }, 401)
    expect(await useSession().load(true)).toBeNull()
    remember(li, Date.now() - 8 * day)
    expect(lastKnown()).toBeNull()
    remember(li, Date.now() - 6 * day)
    expect(lastKnown()).toMatchObject({ account: 'li' })
  })

  it('is not the former one once somebody else signed in', async () => {
    remember(li)
    says = () => json(wu)
    await useSession().load()
    expect(lastKnown()).toBeNull()
  })

  it('is nobody after a sign-out, also one without a network, of which the server hears later', async () => {
    remember(li)
    await useSession().load(true)
    const put = vi.fn(async () => undefined)
    onLeave(put)
    await useSession().signOut()
    expect(put).toHaveBeenCalled()
    expect(useSession().session).toBeNull()
    await expect(useSession().load(true)).rejects.toMatchObject({ kind: 'offline' })

    says = (what) => (what === 'DELETE /api/identity/session' ? new Response(null, { status: 204 }) : what === 'GET /api/identity/session' ? json({ title: 'x', status: 401 }, 401) : json([]))
    asked.length = 0
    expect(await useSession().load(true)).toBeNull()
    expect(asked.indexOf('DELETE /api/identity/session')).toBeLessThan(asked.indexOf('GET /api/identity/session'))
    expect(asked).toContain('DELETE /api/identity/session')
  })

  it('keeps nobody from signing in whose late sign-out the server refuses', async () => {
    localStorage.setItem('yiti.leaving', 'true')
    says = (what) => (what.startsWith('DELETE') ? json({ title: 'x', status: 403 }, 403) : json(li))
    expect(await useSession().load()).toMatchObject({ account: 'li' })
  })
})

describe('before anything is sent that was said alone', () => {
  beforeEach(async () => {
    remember(li)
    await useSession().load(true)
  })

  it('the server is asked who it is, and the page is a page like any other again', async () => {
    says = () => json(li)
    expect(await useSession().recognized()).toBe(true)
    expect(useSession().away).toBe(false)
  })

  it('nothing goes out under the name of somebody else', async () => {
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
    says = () => json(wu)
    expect(await useSession().recognized()).toBe(false)
    expect(reload).toHaveBeenCalled()
  })

  it('a session that is over is asked for again, and may be put off', async () => {
    says = () => json({ title: 'x', status: 401 }, 401)
    const answer = useSession().recognized()
    await vi.waitFor(() => expect(useSession().expired).toBe(true))
    useSession().postpone()
    expect(await answer).toBe(false)
    expect(useSession()).toMatchObject({ expired: false, away: true, session: { account: 'li' } })
  })
})
