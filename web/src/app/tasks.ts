import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ImportRun, ImportState, Page } from '@/api/types'
import { http } from './http'
import { remembered } from './storage'

const moving: ImportState[] = ['WAITING', 'CHECKING', 'APPLYING', 'UNDOING']
export const isMoving = (run: ImportRun) => moving.includes(run.state)

/**
 * Long work. What runs is asked from the server, so it is found again after a reload or at another desk;
 * each running import reports over its own event stream, and by asking when the stream breaks.
 */
export const useTasks = defineStore('tasks', () => {
  const runs = ref<ImportRun[]>([])
  const failure = ref<unknown>(null)
  const loaded = ref(false)
  /** Finished since the tray was last opened. */
  const news = ref<string[]>(remembered.read<string[]>('tasks.news', []))
  const streams = new Map<string, EventSource>()
  let timer = 0

  const running = computed(() => runs.value.filter(isMoving).length)

  async function refresh(): Promise<void> {
    try {
      runs.value = (await http.get<Page<ImportRun>>('workbook/imports', { limit: 12 })).items
      failure.value = null
    } catch (problem) {
      failure.value = problem
    }
    loaded.value = true
    runs.value.filter(isMoving).forEach(follow)
  }

  function follow(run: ImportRun): void {
    if (streams.has(run.id) || typeof EventSource === 'undefined') return
    const stream = new EventSource(`/api/workbook/imports/${run.id}/events`)
    streams.set(run.id, stream)
    stream.addEventListener('progress', (event) => note(JSON.parse((event as MessageEvent<string>).data) as ImportRun))
    stream.onerror = () => {
      hangUp(run.id)
      clearTimeout(timer)
      timer = window.setTimeout(() => void refresh(), 3000)
    }
  }

  function hangUp(id: string): void {
    streams.get(id)?.close()
    streams.delete(id)
  }

  function note(run: ImportRun): void {
    const at = runs.value.findIndex((one) => one.id === run.id)
    const was = runs.value[at]
    if (at < 0) runs.value.unshift(run)
    else runs.value[at] = run
    if (isMoving(run)) return follow(run)
    hangUp(run.id)
    if (was && isMoving(was)) remember([...new Set([run.id, ...news.value])])
  }

  function remember(ids: string[]): void {
    news.value = ids
    remembered.write('tasks.news', ids.slice(0, 20))
  }

  const seen = () => remember([])

  async function start(file: File, ledger?: string): Promise<string> {
    const form = new FormData()
    form.append('file', file)
    if (ledger) form.append('ledger', ledger)
    const { id } = await http.post<{ id: string }>('workbook/imports', form)
    await refresh()
    return id
  }

  async function cancel(id: string): Promise<void> {
    await http.post(`workbook/imports/${id}/cancel`)
    await refresh()
  }

  return { runs, running, news, failure, loaded, refresh, note, start, cancel, seen }
})
