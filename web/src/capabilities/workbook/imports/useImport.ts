import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { ImportRun } from '@/api/types'
import { http } from '@/app/http'
import { isMoving, useTasks } from '@/app/tasks'

/** One import, followed while it moves through the stream that the task tray already holds open. */
export function useImport(id: string) {
  const tasks = useTasks()
  const run = shallowRef<ImportRun | null>(null)
  const failure = shallowRef<unknown>(null)
  const busy = ref(false)
  /** Counts the times the server's full view was read, so that lists beside it are read anew. */
  const round = ref(0)
  let timer = 0

  const moving = computed(() => !!run.value && isMoving(run.value))

  async function load(): Promise<void> {
    clearTimeout(timer)
    try {
      run.value = await http.get<ImportRun>(`workbook/imports/${id}`)
      failure.value = null
      round.value++
      tasks.note(run.value)
    } catch (problem) {
      // A page that already shows something keeps it while the line is down.
      if (!run.value) failure.value = problem
    }
    if (moving.value) timer = window.setTimeout(() => void load(), 8000)
  }

  watch(
    () => tasks.runs.find((one) => one.id === id),
    (told) => {
      if (!told || !run.value || told === run.value) return
      // The tray's list leaves out what stands in the way of an undo: an end is read in full.
      if (isMoving(told)) run.value = told
      else if (told.state !== run.value.state || moving.value) void load()
    },
  )
  onBeforeUnmount(() => clearTimeout(timer))

  async function ask(what: 'apply' | 'cancel' | 'undo', body?: unknown): Promise<void> {
    busy.value = true
    try {
      await http.post(`workbook/imports/${id}/${what}`, body)
      await load()
    } finally {
      busy.value = false
    }
  }

  return { run, failure, busy, round, moving, load, ask }
}

export type OneImport = ReturnType<typeof useImport>
