import { ref, shallowRef } from 'vue'
import type { Words } from '@/api/types'
import { http } from '@/app/http'

/** Something that waits for whoever is signed in. */
export interface Reminder {
  key: string
  kind: string
  number: string
  title: Words | null
  institution: string | null
  dueOn: string | null
  workdaysLeft: number | null
  late: boolean
  path: string
  read: boolean
}

interface Reminders { items: Reminder[]; unread: number; more: boolean }

export type Due = 'late' | 'lateSoon' | 'today' | 'soon' | 'left'

/** In workdays; a day off in between makes nothing less late. */
export function dueOf(one: Pick<Reminder, 'workdaysLeft' | 'late' | 'dueOn'>, today: string): Due | null {
  if (one.dueOn === null || one.workdaysLeft === null) return null
  if (one.late) return one.workdaysLeft < 0 ? 'late' : 'lateSoon'
  if (one.dueOn === today) return 'today'
  return one.workdaysLeft > 0 ? 'left' : 'soon'
}

const every = 120_000
// Each waits for the one before it: one that hangs would be the last.
const soon = () => AbortSignal.timeout(30_000)

export function useBell() {
  const page = shallowRef<Reminders | null>(null)
  const failure = ref<unknown>(null)
  let timer: ReturnType<typeof setInterval> | undefined

  let last = Promise.resolve()

  /** One after the other: an answer that is older than what was read since would bring back what is gone. */
  function ask(question: () => Promise<Reminders>) {
    last = last.then(async () => {
      try {
        page.value = await question()
        failure.value = null
      } catch (problem) {
        failure.value = problem
      }
    })
    return last
  }

  const load = () => ask(() => http.get<Reminders>('supervision/reminders', {}, soon()))
  const read = (keys: string[]) => ask(() => http.post<Reminders>('supervision/reminders/read', { keys }, { signal: soon() }))

  /** Also those that the tray has no room for: they come up as the ones before them are read. */
  async function readAll() {
    for (let before = Infinity; page.value && page.value.unread && page.value.unread < before;) {
      before = page.value.unread
      await read(page.value.items.filter((one) => !one.read).map((one) => one.key))
    }
  }

  /** A page that nobody looks at asks nothing. */
  function begin() {
    void load()
    timer = setInterval(() => document.visibilityState === 'visible' && load(), every)
  }
  const end = () => clearInterval(timer)

  return { page, failure, load, read, readAll, begin, end }
}
