import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { TerminalFact, TrackDay } from '@/api/telemetry'
import type { Page, Row } from '@/api/types'
import { http, isAbort } from '@/app/http'
import { useSession } from '@/app/session'
import { date } from '@/ui/format'
import { bandsOf, eventOn, momentAt, orderOn, type Event, type Order } from './day'

/** Nobody sees on a screen whether a line is five metres off. */
const drawn = 5

export const dayAfter = (day: string, by: number) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** One vehicle's day and the moment one looks at: both stand in the address. */
export function useTrack(id: string) {
  const route = useRoute()
  const router = useRouter()
  const day = shallowRef<TrackDay | null>(null)
  const orders = shallowRef<Order[]>([])
  const events = shallowRef<Event[]>([])
  const vehicle = ref<string | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(true)
  let asked: AbortController | null = null

  const today = date(new Date().toISOString())
  const on = computed({
    get: () => (/^\d{4}-\d{2}-\d{2}$/.test(String(route.query.on)) ? String(route.query.on) : today),
    set: (next) => void router.push({ query: { ...route.query, on: next === today ? undefined : next, t: undefined } }),
  })
  const second = ref(Number(route.query.t) || 0)
  /** Kept when the hand rests, not at every frame. */
  const keep = () => void router.replace({ query: { ...route.query, t: String(Math.round(second.value)) } })

  async function load(exact = false): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    loading.value = true
    failure.value = null
    try {
      const found = await http.get<TrackDay>(`telemetry/terminals/${id}/track`, { on: on.value, metres: exact ? 0 : drawn }, mine.signal)
      day.value = found
      if (!exact) {
        second.value = Number(route.query.t) || (found.points[0]?.[0] ?? 0)
        ;[orders.value, events.value] = await Promise.all([ordersOf(found, mine.signal), eventsOf(found, mine.signal)])
      }
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
    }
    if (asked === mine) loading.value = false
  }

  /** Trips, refuellings and drops of fuel, as far as they have been found. Without them the day stands all the same. */
  async function eventsOf({ on: of }: TrackDay, signal: AbortSignal): Promise<Event[]> {
    if (!useSession().may('ledger.read')) return []
    const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()
    try {
      const { facts } = await http.get<{ facts: TerminalFact[] }>(`telemetry/terminals/${id}/facts`, { from: midnight(of), to: midnight(dayAfter(of, 1)) }, signal)
      return facts.flatMap((fact) => eventOn(of, fact) ?? [])
    } catch (problem) {
      if (isAbort(problem)) throw problem
      return []
    }
  }

  /** What was ordered of the vehicle that names this terminal. Without it the day stands all the same. */
  async function ordersOf(found: TrackDay, signal: AbortSignal): Promise<Order[]> {
    if (!useSession().may('ledger.read')) return []
    try {
      vehicle.value ??= (await http.get<Page<Row>>('fleet/vehicles', { terminalNo: found.phone, limit: 1 }, signal)).items[0]?.id ?? null
      if (!vehicle.value) return []
      const rows = await http.get<Page<Row>>('fleet/dispatch-orders', { vehicleId: vehicle.value, 'plannedStart.from': dayAfter(found.on, -7), 'plannedStart.to': found.on, limit: 200 }, signal)
      return rows.items.flatMap((row) => orderOn(found.on, row as never) ?? [])
    } catch (problem) {
      if (isAbort(problem)) throw problem
      return []
    }
  }

  watch(on, () => load(), { immediate: true })
  const bands = computed(() => day.value && bandsOf(day.value))
  const moment = computed(() => day.value && momentAt(day.value, second.value))
  const exact = computed(() => day.value?.metres === 0)
  return { id, day, orders, events, vehicle, failure, loading, load, today, on, second, keep, bands, moment, exact }
}

export type Track = ReturnType<typeof useTrack>
