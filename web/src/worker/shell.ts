/** What is known of a build when it is built. */
export interface Build {
  id: string
  /** The script that the page of this build begins with, and of no other build. */
  begins: string
  /** Without these a visit does not open. */
  first: string[]
  /** All others: a tab that is open finds them also when the server has a newer build. */
  rest: string[]
  /** Files whose names do not change with what is in them. */
  plain: string[]
}

const PREFIX = 'yiti-shell-'
const PATIENCE = 6_000

/**
 * The console without a network: its page and its files, of one build. Nothing that the server answers of itself is
 * looked at, let alone kept: what lies behind /api goes by as if there were no worker.
 */
export function shellOf(build: Build, kept: CacheStorage, ask: (request: Request | string, how?: RequestInit) => Promise<Response>, patience = PATIENCE) {
  const name = PREFIX + build.id

  /** The whole or nothing: a page whose scripts are not there would be worse than none. */
  async function take(): Promise<void> {
    const page = await ask('/', { cache: 'no-store' })
    if (!page.ok || !(await page.clone().text()).includes(build.begins)) throw new Error('The server has another build by now')
    const cache = await kept.open(name)
    await Promise.all([...build.first, ...build.plain].map((path) => add(cache, path)))
    await cache.put('/', page)
  }

  /** Also what the browser threw away in between. */
  async function takeRest(): Promise<void> {
    const cache = await kept.open(name)
    if (!(await cache.match('/'))) await take()
    for (const path of [...build.first, ...build.rest]) if (!(await cache.match(path))) await add(cache, path)
  }

  async function add(cache: Cache, path: string): Promise<void> {
    // What has a name of its own is in the browser already, most of it.
    const file = await ask(path, build.plain.includes(path) ? { cache: 'no-cache' } : undefined)
    if (!file.ok) throw new Error(`${path}: ${file.status}`)
    await cache.put(path, file)
  }

  /** When no tab of an older build is left: only then does a browser put the newer worker in its place. */
  async function clear(): Promise<void> {
    for (const each of await kept.keys()) if (each.startsWith(PREFIX) && each !== name) await kept.delete(each)
  }

  /** Undefined where it is none of the worker's business. */
  function answer(request: Request, origin: string): Promise<Response> | undefined {
    const { pathname, origin: from } = new URL(request.url)
    if (request.method !== 'GET' || from !== origin || /^\/(api|actuator)(\/|$)/.test(pathname)) return undefined
    if (request.mode === 'navigate') return fresh(request, '/')
    if (pathname.startsWith('/assets/')) return have(pathname).then((file) => file ?? ask(request))
    return build.plain.includes(pathname) ? fresh(request, pathname) : undefined
  }

  /** As the server has it now, so that a newer build is seen at once; as it was taken along where the server is out of reach. */
  async function fresh(request: Request, path: string): Promise<Response> {
    const told = ask(request)
    const reached = told.then((one) => (one.status >= 502 && one.status <= 504 ? undefined : one)).catch(() => undefined)
    const soon = await Promise.race([reached, new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))])
    return soon ?? (await have(path)) ?? told
  }

  /** Of this build first; a newer one that waits may have it too. */
  async function have(path: string): Promise<Response | undefined> {
    return (await (await kept.open(name)).match(path, { ignoreVary: true })) ?? (path === '/' ? undefined : kept.match(path, { ignoreVary: true }))
  }

  return { take, takeRest, clear, answer }
}
