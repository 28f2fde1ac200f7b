import { ref } from 'vue'

/** Whether the console opens here without a network: being taken along, there, or never (no https, a private window, the development server). */
export const along = ref<'coming' | 'there' | 'never'>('coming')

/** Only pages that work without a network ask for it: no desk is given a worker it has no use for. */
export async function takeAlong(workers: ServiceWorkerContainer | undefined = navigator.serviceWorker, developing = import.meta.env.DEV): Promise<void> {
  if (along.value === 'there') return
  if (!workers || developing) {
    along.value = 'never'
    return
  }
  try {
    const registration = await workers.register('/sw.js', { updateViaCache: 'none' })
    await Promise.race([workers.ready, failed(registration.installing)])
    along.value = 'there'
    if (!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData) registration.active?.postMessage('rest')
    // What waits to be sent is not to be thrown away where the phone is full.
    void navigator.storage?.persist?.().catch(() => undefined)
  } catch {
    // One that was taken along before still serves, though nobody can be asked for a newer one.
    along.value = workers.controller ? 'there' : 'never'
  }
}

function failed(worker: ServiceWorker | null): Promise<never> {
  return new Promise((_, refuse) => worker?.addEventListener('statechange', () => worker.state === 'redundant' && refuse(new Error('not taken along'))))
}
