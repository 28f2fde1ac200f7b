import { computed, ref, shallowRef } from 'vue'
import { takeAlong } from '@/app/along'
import { http } from '@/app/http'
import { asProblem } from '@/app/problem'
import { useSession } from '@/app/session'
import type { Visit } from './campaign'
import { newId, pocketOfBrowser, pocketOfPage, type Pocket, type Pocketed, type Said } from './pocket'
import { isOffline, send, wire, type Change } from './sync'

/** The visits of whoever is signed in: what is in the pocket is shown, what waits is sent when there is a network. */
const items = shallowRef<Pocketed[]>([])
const offline = ref(false)
const busy = ref(false)
const failure = shallowRef<unknown>(null)
/** Why what was said of a visit was not taken, by visit: it was given to somebody else, its campaign is over. */
const refused = shallowRef<Record<string, unknown>>({})
/** The session is over, and whoever was asked to sign in again goes on without for now. */
const locked = ref(false)
let account = ''
let pocket: Pocket | null = null
let listening = false

const waiting = computed(() => items.value.reduce((sum, one) => sum + one.waiting.length + (one.finish ? 1 : 0), 0))

/** Shown at once, so that whatever changes it next starts from here; the pocket takes what it is given in that order. */
async function keep(one: Pocketed): Promise<void> {
  items.value = items.value.some((each) => each.id === one.id) ? items.value.map((each) => (each.id === one.id ? one : each)) : [...items.value, one]
  await pocket!.put(one)
}

/** A change of what is there now: people go on answering while something is on its way. */
async function change(id: string, how: Change): Promise<Pocketed> {
  const now = how(get(id)!)
  await keep(now)
  return now
}

/** What one person took along is not shown to the next at the same phone, and not thrown away either before it is sent. */
async function open(who: string): Promise<void> {
  pocket ??= typeof indexedDB === 'undefined' ? pocketOfPage() : pocketOfBrowser()
  account = who
  const all = await pocket.all()
  items.value = all.filter((one) => one.account === who)
  for (const left of all.filter((one) => one.account !== who && !unsent(one))) await pocket.remove(left)
  useSession().stayKnown()
  void takeAlong()
  if (!listening) {
    listening = true
    window.addEventListener('online', () => void sync())
    window.setInterval(() => document.visibilityState === 'visible' && (waiting.value || offline.value) && void sync(), 20_000)
  }
  await sync()
}

/** Of who leaves nothing stays but what was not sent: it is theirs again when they come back. */
async function leave(): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  pocket ??= pocketOfBrowser()
  for (const one of await pocket.all()) if (!unsent(one)) await pocket.remove(one)
  items.value = []
}

const unsent = (one: Pocketed) => one.waiting.length > 0 || one.finish !== null

async function refresh(): Promise<void> {
  const told = await http.get<Visit[]>('supervision/visits', {}, AbortSignal.timeout(60_000))
  for (const visit of told) {
    const had = items.value.find((one) => one.id === visit.line.id)
    await keep(had ? { ...had, visit } : { id: visit.line.id, account, visit, waiting: [], photos: [], finish: null, conflicts: [] })
  }
  for (const gone of items.value.filter((one) => !told.some((visit) => visit.line.id === one.id) && !unsent(one))) {
    await pocket!.remove(gone)
    items.value = items.value.filter((one) => one.id !== gone.id)
  }
}

/** @param wished somebody pressed for it: who put off signing in again is not asked again by a clock */
async function sync(wished = false): Promise<void> {
  if (busy.value || !pocket || (locked.value && !wished)) return
  busy.value = true
  failure.value = null
  try {
    locked.value = !(await useSession().recognized())
    if (!locked.value) {
      for (const { id } of items.value.filter(unsent)) await sendOne(id)
      await refresh()
    }
    offline.value = false
  } catch (problem) {
    if (isOffline(problem)) offline.value = true
    else if (asProblem(problem).kind === 'unauthenticated') locked.value = true
    else failure.value = problem
  }
  busy.value = false
}

/** One that is refused keeps no other from being sent. */
async function sendOne(id: string): Promise<void> {
  const others = { ...refused.value }
  delete others[id]
  try {
    await send(get(id)!, wire, (how) => change(id, how))
  } catch (problem) {
    if (isOffline(problem) || asProblem(problem).kind === 'unauthenticated') throw problem
    others[id] = problem
  }
  refused.value = others
}

/** What cannot be sent any more is thrown away, by whoever said it. */
async function discard(id: string): Promise<void> {
  await change(id, (now) => ({ ...now, waiting: [], photos: [], finish: null, conflicts: [] }))
  const others = { ...refused.value }
  delete others[id]
  refused.value = others
  await sync()
}

const get = (id: string) => items.value.find((one) => one.id === id)

/** Said anew before it was sent, it is one answer. */
async function say(id: string, answer: Omit<Said, 'key' | 'seen' | 'at'>): Promise<void> {
  await change(id, (one) => {
    const seen = one.visit.answers.find((each) => each.item === answer.item)?.n ?? 0
    const said: Said = { ...answer, key: newId(), seen, at: new Date().toISOString() }
    return { ...one, waiting: [...one.waiting.filter((each) => each.item !== answer.item), said], conflicts: one.conflicts.filter((item) => item !== answer.item) }
  })
}

async function addPhoto(id: string, blob: Blob): Promise<string> {
  const photo = { id: newId(), blob, paper: null }
  await change(id, (one) => ({ ...one, photos: [...one.photos, photo] }))
  return photo.id
}

async function finish(id: string, note: string): Promise<void> {
  await change(id, (one) => ({ ...one, finish: { note } }))
  await sync()
}

export const useRounds = () => ({ items, offline, locked, busy, failure, refused, waiting, open, leave, sync, discard, get, say, addPhoto, finish })
