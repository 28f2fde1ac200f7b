import type { Visit } from './campaign'

/** An answer as the phone has it: it keeps its key however often it is sent. */
export interface Said {
  key: string
  item: string
  /** The number of the answer it replaces; 0 for none. */
  seen: number
  at: string
  said: 'YES' | 'NO' | 'NOT_APPLICABLE' | null
  number: number | null
  text: string | null
  note: string | null
  /** Of the photographs below, or of papers that lie with the visit already. */
  photos: string[]
}

export interface Photo { id: string; blob: Blob; paper: string | null }

/** A visit in the pocket of one person: as the server told it, and what it has not been told yet. */
export interface Pocketed {
  id: string
  account: string
  visit: Visit
  waiting: Said[]
  photos: Photo[]
  finish: { note: string } | null
  conflicts: string[]
}

export interface Pocket {
  all(): Promise<Pocketed[]>
  put(one: Pocketed): Promise<void>
  remove(one: Pocketed): Promise<void>
}

const keyOf = (one: Pocketed) => [one.account, one.id]

/** Survives a reload, a closed browser and a flat battery. */
export function pocketOfBrowser(): Pocket {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('yiti-visits', 2)
    request.onupgradeneeded = () => build(request)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await opened
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  }
  return {
    all: () => within('readonly', (store) => store.getAll() as IDBRequest<Pocketed[]>),
    put: async (one) => void (await within('readwrite', (store) => store.put(one))),
    remove: async (one) => void (await within('readwrite', (store) => store.delete(keyOf(one)))),
  }
}

const STORE = 'pocket'

/** What lay by the visit alone: the next one to take it along would have written over what the first had not sent yet. */
function build({ result: database, transaction }: IDBOpenDBRequest): void {
  const store = database.createObjectStore(STORE, { keyPath: ['account', 'id'] })
  if (!database.objectStoreNames.contains('visits')) return
  const before = transaction!.objectStore('visits').getAll() as IDBRequest<Pocketed[]>
  before.onsuccess = () => {
    before.result.forEach((one) => store.put(one))
    database.deleteObjectStore('visits')
  }
}

/** Where a browser keeps nothing, what is said lasts as long as the page. */
export function pocketOfPage(): Pocket {
  const kept = new Map<string, Pocketed>()
  return { all: async () => [...kept.values()], put: async (one) => void kept.set(String(keyOf(one)), one), remove: async (one) => void kept.delete(String(keyOf(one))) }
}

/** `crypto.randomUUID` exists on https and localhost only. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
