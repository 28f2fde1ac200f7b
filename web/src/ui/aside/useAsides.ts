import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { http, isAbort } from '@/app/http'
import { useUnits } from '@/app/units'
import { wished, type AsideItem, type AsidePage, type Discarded, type Retried } from './asides'

/** A list of what was set aside: filters stand in the address, what is ticked does not. */
export function useAsides<T extends AsideItem>(path: string) {
  const route = useRoute()
  const router = useRouter()
  const units = useUnits()
  const pages = shallowRef<AsidePage<T> | null>(null)
  const failure = shallowRef<unknown>(null)
  const busy = ref(false)
  const chosen = shallowRef<ReadonlySet<number>>(new Set())
  const outcome = shallowRef<{ retried?: Retried; discarded?: Discarded } | null>(null)
  let asked: AbortController | null = null

  const text = (name: string) => computed({
    get: () => (typeof route.query[name] === 'string' ? (route.query[name] as string) : ''),
    set: (value) => void router.replace({ query: { ...route.query, [name]: value || undefined } }),
  })
  const [device, reason, on, kind, discarded] = [text('device'), text('reason'), text('on'), text('kind'), text('discarded')]
  const query = computed(() => ({ institution: units.chosen?.id, device: device.value, reason: reason.value, on: on.value, kind: kind.value, discarded: discarded.value ? true : undefined }))

  async function load(more = false): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    busy.value = true
    try {
      const page = await http.get<AsidePage<T>>(path, { ...query.value, after: more ? pages.value?.next : undefined }, mine.signal)
      pages.value = more && pages.value ? { ...page, items: [...pages.value.items, ...page.items] } : page
      if (!more) chosen.value = new Set()
      failure.value = null
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
    }
    if (asked === mine) busy.value = false
  }

  const wish = computed(() => wished(chosen.value, reason.value))
  const meant = computed(() => chosen.value.size || (reason.value ? (pages.value?.count ?? 0) : 0))

  async function retry(): Promise<void> {
    busy.value = true
    try {
      outcome.value = { retried: await http.post<Retried>(`${path}/retries`, wish.value) }
    } catch (problem) {
      failure.value = problem
      busy.value = false
      return
    }
    await load()
  }

  /** Fails to whoever asks for the reason: what was typed is not lost. */
  async function discard(note: string): Promise<void> {
    outcome.value = { discarded: await http.post<Discarded>(`${path}/discards`, { ...wish.value, note }) }
    await load()
  }

  function tick(id: number, ticked: boolean): void {
    const next = new Set(chosen.value)
    if (ticked) next.add(id)
    else next.delete(id)
    chosen.value = next
  }
  const tickAll = (ticked: boolean) => (chosen.value = new Set(ticked ? (pages.value?.items ?? []).map((one) => one.id) : []))

  watch(query, () => ((outcome.value = null), load()), { immediate: true, deep: true })
  onBeforeUnmount(() => asked?.abort())
  return { pages, failure, busy, chosen, outcome, device, reason, on, kind, discarded, load, retry, discard, tick, tickAll, wish, meant }
}

export type Asides<T extends AsideItem> = ReturnType<typeof useAsides<T>>
