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

export function useBell() {
  const page = shallowRef<Reminders | null>(null)
  const failure = ref<unknown>(null)
  let timer: ReturnType<typeof setInterval> | undefined

  async function load() {
    try {
      page.value = await http.get<Reminders>('supervision/reminders')
      failure.value = null
    } catch (problem) {
      failure.value = problem
    }
  }

  async function read(keys: string[]) {
    if (!keys.length) return
    try {
      page.value = await http.post<Reminders>('supervision/reminders/read', { keys })
    } catch (problem) {
      failure.value = problem
    }
  }

  /** A page that nobody looks at asks nothing. */
  function begin() {
    void load()
    timer = setInterval(() => document.visibilityState === 'visible' && load(), every)
  }
  const end = () => clearInterval(timer)

  return { page, failure, load, read, begin, end }
}
