import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { TerminalNow, TerminalsNow } from '@/api/telemetry'
import { http, isAbort } from '@/app/http'
import { useUnits } from '@/app/units'
import { merged } from './terminals'

const pause = 5000

/** Everybody's terminals, kept up to date while somebody looks: after the first answer only what changed is asked for. */
export function useTerminals() {
  const units = useUnits()
  const known = shallowRef<Map<string, TerminalNow>>(new Map())
  const asOf = ref<string | null>(null)
  const left = ref(0)
  const failure = shallowRef<unknown>(null)
  let asked: AbortController | null = null
  let timer = 0

  async function load(): Promise<void> {
    clearTimeout(timer)
    asked?.abort()
    const mine = (asked = new AbortController())
    try {
      const answer = await http.get<TerminalsNow>('telemetry/now', { institution: units.chosen?.id, since: asOf.value }, mine.signal)
      if (answer.whole) left.value = answer.left
      known.value = merged(answer.whole ? new Map() : known.value, answer.terminals)
      asOf.value = answer.asOf
      failure.value = null
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
    }
    if (asked === mine) timer = window.setTimeout(() => (document.hidden ? undefined : void load()), pause)
  }

  async function again(): Promise<void> {
    asOf.value = null
    await load()
  }

  const wake = () => !document.hidden && void load()
  document.addEventListener('visibilitychange', wake)
  onBeforeUnmount(() => {
    asked?.abort()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', wake)
  })
  watch(() => units.chosen?.id, () => ((known.value = new Map()), again()), { immediate: true })

  const all = computed(() => [...known.value.values()])
  return { all, known, asOf, left, failure, load: again, loading: computed(() => asOf.value === null && !failure.value) }
}
