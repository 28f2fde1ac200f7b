import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { http, isAbort } from '@/app/http'
import { kindsOf, modes, roomsOf, type Mode, type StackPlan } from './stack'

/** A building's stack plan and how one looks at it: day, colouring, filter and zoom all stand in the address. */
export function useStack(id: string) {
  const route = useRoute()
  const router = useRouter()
  const plan = shallowRef<StackPlan | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(true)
  let asked: AbortController | null = null

  const text = (name: string) => (typeof route.query[name] === 'string' ? (route.query[name] as string) : '')
  const set = (query: Record<string, string | undefined>) => void router.replace({ query: { ...route.query, ...query } })

  const on = computed({ get: () => text('on'), set: (day) => set({ on: day || undefined }) })
  const mode = computed<Mode>({ get: () => (modes.includes(text('by') as Mode) ? (text('by') as Mode) : 'use'), set: (by) => set({ by: by === 'use' ? undefined : by, only: undefined }) })
  const only = computed(() => (text('only') ? text('only').split(',') : []))
  const zoom = computed({ get: () => Math.min(8, Math.max(1, Number(text('zoom')) || 1)), set: (times) => set({ zoom: times <= 1 ? undefined : String(Math.round(times * 100) / 100) }) })

  function toggle(key: string): void {
    const next = only.value.includes(key) ? only.value.filter((one) => one !== key) : [...only.value, key]
    set({ only: next.length ? next.join(',') : undefined })
  }

  async function load(): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    loading.value = true
    failure.value = null
    try {
      plan.value = await http.get<StackPlan>(`premises/buildings/${id}/stack`, { on: on.value }, mine.signal)
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
    }
    if (asked === mine) loading.value = false
  }

  watch(on, load, { immediate: true })
  const kinds = computed(() => (plan.value ? kindsOf(plan.value, mode.value) : []))
  const empty = computed(() => !!plan.value && !roomsOf(plan.value).length)

  return { plan, failure, loading, load, on, mode, only, zoom, toggle, clear: () => set({ only: undefined }), kinds, empty }
}

export type Stack = ReturnType<typeof useStack>
