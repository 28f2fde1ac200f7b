import { describe, expect, it } from 'vitest'
import { shellOf, type Build } from './shell'

const here = 'https://yiti.example'
const build: Build = { id: 'two', begins: '/assets/index-2.js', first: ['/assets/index-2.js', '/assets/visit-2.js'], rest: ['/assets/charts-2.js'], plain: ['/theme.js'] }
const older: Build = { ...build, id: 'one', begins: '/assets/index-1.js', first: ['/assets/index-1.js'], rest: [] }
const asked = (path: string, mode = 'cors', method = 'GET') => ({ url: path.startsWith('http') ? path : here + path, mode, method }) as Request

/** A browser's store of answers. */
function store() {
  const caches = new Map<string, Map<string, Response>>()
  const cacheOf = (files: Map<string, Response>) => ({
    match: async (path: string) => files.get(path)?.clone(),
    put: async (path: string, answer: Response) => void files.set(path, answer),
  })
  const kept = {
    keys: async () => [...caches.keys()],
    delete: async (name: string) => caches.delete(name),
    open: async (name: string) => cacheOf(caches.get(name) ?? caches.set(name, new Map()).get(name)!),
    match: async (path: string) => [...caches.values()].map((files) => files.get(path)).find(Boolean)?.clone(),
  } as unknown as CacheStorage
  return { caches, kept }
}

/** A server with one build. */
function server(of: Build) {
  const told = { reached: true, status: 200, paths: [] as string[], hangs: false }
  const ask = async (request: Request | string) => {
    const path = typeof request === 'string' ? request : new URL(request.url).pathname
    told.paths.push(path)
    if (told.hangs) return new Promise<Response>(() => undefined)
    if (!told.reached) throw new TypeError('Failed to fetch')
    if (told.status !== 200) return new Response('', { status: told.status })
    if (path.startsWith('/assets/') && ![...of.first, ...of.rest].includes(path)) return new Response('', { status: 404 })
    return new Response(path === '/' || !path.includes('.') ? `<script src="${of.begins}">` : `file ${path}`)
  }
  return { told, ask }
}

const text = async (answer: Promise<Response> | undefined) => (await answer!).text()

describe('the console that is taken along', () => {
  it('opens without a network, at every address and with its scripts', async () => {
    const { kept } = store()
    const { told, ask } = server(build)
    const shell = shellOf(build, kept, ask)
    await shell.take()
    told.reached = false
    expect(await text(shell.answer(asked('/visits/7', 'navigate'), here))).toContain(build.begins)
    expect(await text(shell.answer(asked('/assets/visit-2.js'), here))).toBe('file /assets/visit-2.js')
    expect(await text(shell.answer(asked('/theme.js'), here))).toBe('file /theme.js')
  })

  it('has nothing to do with what the server answers of itself, with writes and with other hosts', async () => {
    const { caches, kept } = store()
    const { told, ask } = server(build)
    const shell = shellOf(build, kept, ask)
    for (const request of [asked('/api/supervision/visits'), asked('/api/objects/visit/1/papers/2/content', 'navigate'), asked('/api'), asked('/actuator/health', 'navigate'), asked('/visits', 'navigate', 'POST'), asked('https://tiles.example/assets/1.png'), asked('/other.txt')])
      expect(shell.answer(request, here), request.url).toBeUndefined()
    expect(told.paths).toEqual([])
    await shell.take()
    await shell.takeRest()
    expect([...caches.values()].flatMap((files) => [...files.keys()]).sort()).toEqual(['/', ...build.first, ...build.rest, ...build.plain].sort())
  })

  it('keeps no answer to what it passes on', async () => {
    const { caches, kept } = store()
    const shell = shellOf(build, kept, server(build).ask)
    await shell.answer(asked('/visits', 'navigate'), here)
    await shell.answer(asked('/assets/charts-2.js'), here)
    expect([...caches.values()].flatMap((files) => [...files.keys()])).toEqual([])
  })

  it('shows a newer build of the server at once, and what it has where the server is away or says nothing', async () => {
    const { kept } = store()
    const before = server(older)
    await shellOf(older, kept, before.ask).take()
    const { told, ask } = server(build)
    const shell = shellOf(older, kept, ask, 20)
    expect(await text(shell.answer(asked('/', 'navigate'), here))).toContain(build.begins)
    told.status = 503
    expect(await text(shell.answer(asked('/', 'navigate'), here))).toContain(older.begins)
    told.hangs = true
    expect(await text(shell.answer(asked('/', 'navigate'), here))).toContain(older.begins)
  })

  it('passes on that the server refuses, and what it answers where nothing was taken along', async () => {
    const { kept } = store()
    const { told, ask } = server(build)
    const shell = shellOf(build, kept, ask)
    told.status = 503
    expect((await shell.answer(asked('/', 'navigate'), here))!.status).toBe(503)
    told.reached = false
    await expect(shell.answer(asked('/', 'navigate'), here)).rejects.toThrow()
  })

  it('is taken whole or not at all: not with the page of another build, not without a script', async () => {
    const { caches, kept } = store()
    await expect(shellOf(build, kept, server(older).ask).take()).rejects.toThrow('another build')
    const missing = server({ ...build, first: [build.begins] })
    await expect(shellOf(build, kept, missing.ask).take()).rejects.toThrow('/assets/visit-2.js: 404')
    expect([...caches.values()].some((files) => files.has('/'))).toBe(false)
  })

  it('serves an open tab its own build while a newer one waits, and throws the older away when that one takes over', async () => {
    const { caches, kept } = store()
    const first = shellOf(older, kept, server(older).ask)
    await first.take()
    caches.set('of-somebody-else', new Map())
    const { told, ask } = server(build)
    const second = shellOf(build, kept, ask)
    await second.take()
    told.reached = false
    expect(await text(first.answer(asked('/assets/index-1.js'), here))).toBe('file /assets/index-1.js')
    await second.clear()
    expect([...caches.keys()].sort()).toEqual(['of-somebody-else', 'yiti-shell-two'])
  })

  it('takes again what the browser threw away', async () => {
    const { caches, kept } = store()
    const shell = shellOf(build, kept, server(build).ask)
    await shell.take()
    caches.clear()
    await shell.takeRest()
    expect(caches.get('yiti-shell-two')!.size).toBe(5)
  })
})
