import { currentLanguage } from './i18n'
import { Problem, problemOf } from './problem'

export type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | QueryValue[]>

interface Ask {
  query?: Query
  body?: unknown
  signal?: AbortSignal
  /** One key for one intention: a form sends the same key however often its button is pressed. */
  idempotencyKey?: string
}

let signInAgain: () => Promise<boolean> = async () => false

/** Asked when the server says 401 to someone who was signed in; true means that the request may be sent once more. */
export function onExpired(handler: () => Promise<boolean>): void {
  signInAgain = handler
}

let proveAgain: () => Promise<boolean> = async () => false

/** Asked when an act is so grave that the server wants a fresh proof of who asks; true means that it was given. */
export function onUnconfirmed(handler: () => Promise<boolean>): void {
  proveAgain = handler
}

export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => json<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, ask: Ask = {}) => json<T>('POST', path, { ...ask, body }),
  put: <T>(path: string, body?: unknown, ask: Ask = {}) => json<T>('PUT', path, { ...ask, body }),
  patch: <T>(path: string, body?: unknown, ask: Ask = {}) => json<T>('PATCH', path, { ...ask, body }),
  delete: <T = void>(path: string, query?: Query) => json<T>('DELETE', path, { query }),
  /** Fetched rather than linked to, so that a refusal is shown as a sentence and not saved as a file. */
  /** A file that is had once: asking for it changes something. */
  take: async (path: string) => fileOf(await send('POST', path, { body: {} })),
  file: async (path: string, query?: Query, signal?: AbortSignal) => fileOf(await send('GET', path, { query, signal })),
}

export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return `/api/${path.replace(/^\/+/, '')}${text ? `?${text}` : ''}`
}

/** `crypto.randomUUID` exists on https and localhost only; offices also serve over plain http inside. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function json<T>(method: string, path: string, ask: Ask): Promise<T> {
  const response = await send(method, path, ask)
  if (response.status === 204 || response.status === 205) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

// One policy: nothing is retried behind the user's back. Only an expired session, or an old one before a grave act, holds a request until its owner has proved who they are.
async function send(method: string, path: string, ask: Ask): Promise<Response> {
  const key = method === 'POST' ? (ask.idempotencyKey ?? newKey()) : ask.idempotencyKey
  let response = await attempt(method, path, { ...ask, idempotencyKey: key })
  if (response.status === 401 && !path.startsWith('identity/') && (await signInAgain())) {
    response = await attempt(method, path, { ...ask, idempotencyKey: key })
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.type !== '/problems/identity/confirmation-needed' || !(await proveAgain())) throw problem
  response = await attempt(method, path, { ...ask, idempotencyKey: newKey() })
  if (!response.ok) throw await problemOf(response)
  return response
}

async function attempt(method: string, path: string, ask: Ask): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json, */*', 'Accept-Language': currentLanguage() })
  const form = ask.body instanceof FormData
  if (ask.body !== undefined && !form) headers.set('Content-Type', 'application/json')
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', writeToken())
  if (ask.idempotencyKey) headers.set('Idempotency-Key', ask.idempotencyKey)
  const body = ask.body === undefined ? undefined : form ? (ask.body as FormData) : JSON.stringify(ask.body)
  try {
    return await fetch(address(path, ask.query), { method, headers, body, signal: ask.signal, credentials: 'same-origin' })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Problem({ type: 'about:offline', title: '', status: 0 })
  }
}

/** What every write has to repeat; over https its cookie has a name that no other host can write. */
export function writeToken(): string {
  const found = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return decodeURIComponent(found?.[1] ?? '')
}

async function fileOf(response: Response): Promise<{ name: string | null; blob: Blob }> {
  const disposition = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1]
  return { name: encoded ? decodeURIComponent(encoded) : (plain ?? null), blob: await response.blob() }
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError'
}
