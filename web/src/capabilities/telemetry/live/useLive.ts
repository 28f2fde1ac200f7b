import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useTerminals } from '@/ui/terminal/useTerminals'
import { countsOf, matching } from '@/ui/terminal/terminals'

export interface View { lat: number; lon: number; zoom: number }

/** Where everybody is and how one looks at it: states, words, choice and the piece of the map stand in the address. */
export function useLive() {
  const route = useRoute()
  const router = useRouter()
  const terminals = useTerminals()
  const text = (name: string) => (typeof route.query[name] === 'string' ? (route.query[name] as string) : '')
  const set = (query: Record<string, string | undefined>) => void router.replace({ query: { ...route.query, ...query } })

  const states = computed(() => (text('state') ? text('state').split(',') : []))
  const words = computed({ get: () => text('q'), set: (q) => set({ q: q || undefined }) })
  const chosen = computed({ get: () => text('at') || null, set: (id) => set({ at: id ?? undefined }) })
  const view = computed<View | null>(() => {
    const [lat, lon, zoom] = text('view').split(',').map(Number)
    return [lat, lon, zoom].every(Number.isFinite) && text('view') ? { lat: lat!, lon: lon!, zoom: zoom! } : null
  })
  const look = ({ lat, lon, zoom }: View) => set({ view: `${lat.toFixed(4)},${lon.toFixed(4)},${zoom}` })

  function toggle(state: string): void {
    const next = states.value.includes(state) ? states.value.filter((one) => one !== state) : [...states.value, state]
    set({ state: next.length ? next.join(',') : undefined })
  }

  const found = computed(() => matching(terminals.all.value, [], words.value))
  const counts = computed(() => countsOf(found.value))
  const shown = computed(() => matching(found.value, states.value, ''))
  const one = computed(() => (chosen.value ? (terminals.known.value.get(chosen.value) ?? null) : null))
  return { ...terminals, states, words, chosen, view, look, toggle, counts, shown, one }
}

export type Live = ReturnType<typeof useLive>
