import { computed, ref, shallowRef } from 'vue'
import { http } from '@/app/http'
import type { Visit } from './campaign'
import { newId, pocketOfBrowser, pocketOfPage, type Pocket, type Pocketed, type Said } from './pocket'
import { isOffline, send, wire } from './sync'

/** The visits of whoever is signed in: what is in the pocket is shown, what waits is sent when there is a network. */
const items = shallowRef<Pocketed[]>([])
const offline = ref(false)
const busy = ref(false)
const failure = shallowRef<unknown>(null)
let account = ''
let pocket: Pocket | null = null
let listening = false

const waiting = computed(() => items.value.reduce((sum, one) => sum + one.waiting.length + (one.finish ? 1 : 0), 0))

async function keep(one: Pocketed): Promise<void> {
  await pocket!.put(one)
  items.value = items.value.some((each) => each.id === one.id) ? items.value.map((each) => (each.id === one.id ? one : each)) : [...items.value, one]
}

/** What one person took along is not shown to the next at the same phone, and not thrown away either before it is sent. */
async function open(who: string): Promise<void> {
  pocket ??= typeof indexedDB === 'undefined' ? pocketOfPage() : pocketOfBrowser()
  account = who
  items.value = (await pocket.all()).filter((one) => one.account === who)
  if (!listening) {
    listening = true
    window.addEventListener('online', () => void sync())
    window.setInterval(() => document.visibilityState === 'visible' && (waiting.value || offline.value) && void sync(), 20_000)
  }
  await sync()
}

async function refresh(): Promise<void> {
  const told = await http.get<Visit[]>('supervision/visits')
  for (const visit of told) {
    const had = items.value.find((one) => one.id === visit.line.id)
    await keep(had ? { ...had, visit } : { id: visit.line.id, account, visit, waiting: [], photos: [], finish: null, conflicts: [] })
  }
  for (const gone of items.value.filter((one) => !told.some((visit) => visit.line.id === one.id) && !one.waiting.length && !one.finish)) {
    await pocket!.remove(gone.id)
    items.value = items.value.filter((one) => one.id !== gone.id)
  }
}

async function sync(): Promise<void> {
  if (busy.value || !pocket) return
  busy.value = true
  failure.value = null
  try {
    for (const one of items.value.filter((each) => each.waiting.length || each.finish)) await send(items.value.find((each) => each.id === one.id)!, wire, keep)
    await refresh()
    offline.value = false
  } catch (problem) {
    if (isOffline(problem)) offline.value = true
    else failure.value = problem
  }
  busy.value = false
}

const get = (id: string) => items.value.find((one) => one.id === id)

/** Said anew before it was sent, it is one answer. */
async function say(id: string, answer: Omit<Said, 'key' | 'seen' | 'at'>): Promise<void> {
  const one = get(id)!
  const seen = one.visit.answers.find((each) => each.item === answer.item)?.n ?? 0
  const said: Said = { ...answer, key: newId(), seen, at: new Date().toISOString() }
  await keep({ ...one, waiting: [...one.waiting.filter((each) => each.item !== answer.item), said], conflicts: one.conflicts.filter((item) => item !== answer.item) })
}

async function addPhoto(id: string, blob: Blob): Promise<string> {
  const one = get(id)!
  const photo = { id: newId(), blob, paper: null }
  await keep({ ...one, photos: [...one.photos, photo] })
  return photo.id
}

async function finish(id: string, note: string): Promise<void> {
  await keep({ ...get(id)!, finish: { note } })
  await sync()
}

export const useRounds = () => ({ items, offline, busy, failure, waiting, open, sync, get, say, addPhoto, finish })
