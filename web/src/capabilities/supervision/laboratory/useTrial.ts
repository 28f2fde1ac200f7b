import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { http } from '@/app/http'
import { isOver, type WholeTrial } from './laboratory'

/** A trial, followed while it is under way. A stream that breaks opens itself again; the server ends it with the trial. */
export function useTrial(id: string) {
  const whole = shallowRef<WholeTrial | null>(null)
  const failure = ref<unknown>(null)
  let stream: EventSource | null = null

  async function load() {
    try {
      whole.value = await http.get<WholeTrial>(`supervision/laboratory/trials/${id}`)
      failure.value = null
      if (isOver(whole.value.trial) || whole.value.trial.wish.kind === 'SHADOW') close()
      else follow()
    } catch (problem) {
      failure.value = problem
    }
  }
  function follow() {
    if (stream || typeof EventSource === 'undefined') return
    stream = new EventSource(`/api/supervision/laboratory/trials/${id}/events`)
    stream.addEventListener('progress', () => void load())
  }
  function close() {
    stream?.close()
    stream = null
  }
  onMounted(load)
  onBeforeUnmount(close)
  return { whole, failure, load }
}
