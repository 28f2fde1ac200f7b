import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Ledger, Page, Row } from '@/api/types'
import { http, isAbort } from '@/app/http'
import { keep, placeNow, recall } from '@/app/places'
import { askQuery, readQuery, writeQuery, type ListQuery } from './query'

/** Where one is in a keyset-paged list: the cursors behind, kept in the browser's history entry. */
interface Steps {
  behind: (string | null)[]
  before: number
}

export function useList(ledger: Ledger) {
  const route = useRoute()
  const router = useRouter()
  const query = computed(() => readQuery(route.query, ledger))
  const rows = shallowRef<Row[]>([])
  const total = ref<number | null>(null)
  const totalCapped = ref(false)
  const next = ref<string | null>(null)
  const loading = ref(true)
  const looking = ref(false)
  const lookedTo = ref<string | null>(null)
  const failure = shallowRef<unknown>(null)
  // Shallow: it goes into the browser's history, which takes plain values only.
  const steps = shallowRef<Steps>(stepsNow())
  // The drawer's `open` is in the address too and must not fetch the list again.
  const signature = computed(() => JSON.stringify(askQuery(query.value, ledger)))
  let asked: AbortController | null = null

  async function load(): Promise<void> {
    stop()
    lookedTo.value = null
    const mine = (asked = new AbortController())
    const place = placeNow()
    const here = stepsNow()
    loading.value = true
    failure.value = null
    showAsLeft(here)
    try {
      const page = await http.get<Page<Row>>(ledger.path, askQuery(query.value, ledger), mine.signal)
      take(page, false)
      steps.value = here
      keep(`list ${ledger.path}`, { signature: signature.value, page }, place)
      await lookOn(query.value.limit, mine)
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
      rows.value = []
    }
    if (asked === mine) loading.value = false
  }

  /** Of millions of rows a page looks through some thousands: on with it until there are as many rows as wanted, or somebody has seen enough. */
  async function lookOn(wanted: number, mine: AbortController): Promise<void> {
    while (lookedTo.value && next.value && rows.value.length < wanted) {
      loading.value = false
      looking.value = true
      const ask = { ...query.value, after: next.value, limit: wanted - rows.value.length }
      take(await http.get<Page<Row>>(ledger.path, askQuery(ask, ledger), mine.signal), true)
    }
    looking.value = false
  }

  function stop(): void {
    asked?.abort()
    looking.value = false
  }

  async function resume(): Promise<void> {
    const mine = (asked = new AbortController())
    try {
      await lookOn(query.value.limit, mine)
    } catch (problem) {
      if (!isAbort(problem)) failure.value = problem
    }
  }

  /** Back from an object: the rows one left stand there at once, and are refreshed behind them. */
  function showAsLeft(here: Steps): void {
    const left = recall<{ signature: string; page: Page<Row> }>(`list ${ledger.path}`)
    if (left?.signature !== signature.value) return
    take(left.page, false)
    steps.value = here
  }

  function take(page: Page<Row>, append: boolean): void {
    rows.value = append ? [...rows.value, ...page.items] : page.items
    next.value = page.next
    lookedTo.value = page.lookedTo ?? null
    // A count that took too long knows no more than its page: those before it are there as well, and at the end there are no others.
    const { before } = append ? steps.value : stepsNow()
    const seen = before + rows.value.length
    const lost = !!query.value.after && before === 0
    total.value = page.totalCapped ? Math.max(page.next || lost ? page.total : 0, seen) : page.total
    totalCapped.value = page.totalCapped && (!!page.next || lost)
  }

  /** For thumbs: the following rows under these, without a new address. */
  async function more(): Promise<void> {
    if (!next.value || loading.value) return
    loading.value = true
    const mine = (asked = new AbortController())
    const wanted = rows.value.length + query.value.limit
    try {
      take(await http.get<Page<Row>>(ledger.path, askQuery({ ...query.value, after: next.value }, ledger), mine.signal), true)
      await lookOn(wanted, mine)
    } catch (problem) {
      if (!isAbort(problem)) failure.value = problem
    }
    if (asked === mine) loading.value = false
  }

  function show(list: ListQuery, replace = false): void {
    const target = { query: writeQuery(list, ledger) }
    void (replace ? router.replace(target) : router.push(target))
  }

  function forward(): void {
    if (!next.value) return
    const { behind, before } = steps.value
    const state = { behind: [...behind, query.value.after], before: before + rows.value.length }
    void router.push({ query: writeQuery({ ...query.value, after: next.value }, ledger), state: { steps: state as never } })
  }

  function backward(): void {
    const { behind, before } = steps.value
    const after = behind.at(-1) ?? null
    const state = { behind: behind.slice(0, -1), before: Math.max(0, before - query.value.limit) }
    void router.push({ query: writeQuery({ ...query.value, after }, ledger), state: { steps: state as never } })
  }

  watch(signature, () => void load(), { immediate: true })
  onBeforeUnmount(() => asked?.abort())

  return { query, rows, total, totalCapped, next, loading, looking, lookedTo, failure, steps, load, more, stop, resume, show, forward, backward }
}

function stepsNow(): Steps {
  return (history.state?.steps as Steps | undefined) ?? { behind: [], before: 0 }
}

export type List = ReturnType<typeof useList>
