import { computed, reactive, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { NearbyFound } from '@/api/telemetry'
import { http } from '@/app/http'
import type { Why } from '@/ui/grade/purpose'
import { datums, spotOf, toWgs, type Datum, type Spot } from '@/ui/map/datum'

export const radii = [50, 100, 200, 500, 1000, 2000]
const hour = 3_600_000
const local = (moment: number) => new Date(moment + 8 * hour).toISOString().slice(0, 16).replace('T', ' ')

/** A place and a time to search in; the address holds the question and never why it was asked. */
export function useNearby() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string) => (typeof route.query[name] === 'string' ? (route.query[name] as string) : '')
  const form = reactive({
    place: text('place'), datum: (datums.find((one) => one === text('datum')) ?? 'WGS84') as Datum, metres: Number(text('metres')) || 200,
    from: text('from') || local(Date.now() - hour), to: text('to') || local(Date.now()),
  })
  const found = shallowRef<NearbyFound | null>(null)
  const asking = ref(false)

  const spot = computed<Spot | null>(() => {
    const told = spotOf(form.place)
    return told && toWgs(told, form.datum)
  })
  const ready = computed(() => !!spot.value && !!form.from && !!form.to)

  async function search(why: Why): Promise<void> {
    const [latitude, longitude] = spot.value!
    const moment = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`).toISOString()
    found.value = await http.post<NearbyFound>('telemetry/nearby', { latitude, longitude, metres: form.metres, from: moment(form.from), to: moment(form.to), ...why })
    asking.value = false
    await router.replace({ query: { place: form.place, datum: form.datum, metres: String(form.metres), from: form.from, to: form.to } })
  }

  return { form, found, asking, spot, ready, search }
}
