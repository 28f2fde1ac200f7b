import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { http, isAbort } from '@/app/http'
import type { Anomalies } from './anomalies'
import { between, monthsOf, plusDays, type Day, type DaysAnswer } from './days'
import { allowed, covers, lengthOf, mostDays, moved, needed, rangeOf, stepFor, steps, yearAround, zoomed, type Range, type Step } from './range'

export interface MonthlySeries { points: [string, number][] }

/** A meter's readings and how one looks at them: the span and the step stand in the address. */
export function useCurves(id: string) {
  const route = useRoute()
  const router = useRouter()
  const answer = shallowRef<DaysAnswer | null>(null)
  const series = shallowRef<MonthlySeries | null>(null)
  const anomalies = shallowRef<Anomalies>({ facts: [], more: false })
  const failure = shallowRef<unknown>(null)
  const loading = ref(true)
  let asked: AbortController | null = null

  const known = computed(() => answer.value?.known ?? null)
  const inAddress = computed(() => rangeOf(route.query.from, route.query.to))
  const usual = computed<Range | null>(() => known.value && { from: [plusDays(known.value.last, -364), known.value.first].sort()[1]!, to: known.value.last })
  const range = computed(() => inAddress.value ?? usual.value)
  const step = computed<Step>(() => {
    const wanted = steps.find((one) => one === route.query.step)
    if (!range.value) return 'day'
    return wanted && allowed(wanted, range.value) ? wanted : stepFor(range.value)
  })
  const year = computed(() => known.value && yearAround(range.value, known.value.last))
  /** Too long to have every hour at hand. */
  const long = computed(() => !!range.value && lengthOf(range.value) > mostDays)

  const all = computed<Day[]>(() => answer.value?.days ?? [])
  const days = computed(() => (range.value && !long.value ? between(all.value, range.value.from, range.value.to) : []))
  const yearDays = computed(() => (year.value ? between(all.value, year.value.from, year.value.to) : []))
  // A year that ends within a month begins within the same month: its stump is left out.
  const months = computed(() => monthsOf(yearDays.value, answer.value?.night ?? null).slice(-12))
  const monthDays = computed(() => yearDays.value.filter((day) => day.day >= `${months.value[0]?.month}-01`))

  /** A step back in the browser undoes a choice; panning leaves no trail behind. */
  function show(next: Range, how: 'push' | 'replace' = 'push', finer?: Step): void {
    const isUsual = next.from === usual.value?.from && next.to === usual.value.to
    const query = { ...route.query, from: isUsual ? undefined : next.from, to: isUsual ? undefined : next.to, step: finer }
    void router[how]({ query, hash: route.hash })
  }
  const zoom = (times: number) => range.value && known.value && show(zoomed(range.value, times, known.value))
  const pan = (by: number) => range.value && known.value && show(moved(range.value, by, known.value), 'replace', step.value)
  const whole = () => usual.value && show(usual.value)
  const setStep = (next: Step) => range.value && show(range.value, 'replace', next)

  async function load(): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    loading.value = true
    failure.value = null
    try {
      // The first answer tells where the readings end; what the year around the span lacks is asked for then.
      for (let round = 0; round < 2; round++) {
        const last = known.value?.last
        const wanted = last ? needed(range.value, last) : inAddress.value && lengthOf(inAddress.value) <= mostDays ? needed(inAddress.value, inAddress.value.to) : null
        if (answer.value && (!last || covers(answer.value, wanted!))) break
        answer.value = await http.get<DaysAnswer>(`energy/meters/${id}/days`, { ...wanted }, mine.signal)
      }
      series.value = long.value ? await http.get<MonthlySeries>(`energy/meters/${id}/series`, { ...range.value, step: 'month' }, mine.signal) : null
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
    }
    if (asked === mine) loading.value = false
    if (range.value) {
      // The curves stand without their explanation.
      await http.get<Anomalies>(`energy/meters/${id}/facts`, { ...range.value }, mine.signal).then((told) => (anomalies.value = told), () => undefined)
    }
  }

  watch(() => `${inAddress.value?.from} ${inAddress.value?.to}`, load, { immediate: true })

  return { id, answer, anomalies, series, failure, loading, load, known, range, step, year, long, all, days, yearDays, months, monthDays, show, zoom, pan, whole, setStep }
}

export type Curves = ReturnType<typeof useCurves>
