import { shellOf, type Build } from './shell'

interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asked extends Lasting { request: Request; respondWith(answer: Promise<Response>): void }
interface Worker extends EventTarget {
  location: Location
  clients: { claim(): Promise<void> }
}

/** Put in when the console is built (`offline.ts`). */
declare const __BUILD__: Build

const worker = self as unknown as Worker
const shell = shellOf(__BUILD__, caches, (request, how) => fetch(request, how))

worker.addEventListener('install', (event) => (event as Lasting).waitUntil(shell.take()))
// No skipWaiting: whoever has a tab of the older build open keeps its files until it is closed.
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(shell.clear().then(() => worker.clients.claim())))
worker.addEventListener('message', (event) => (event as unknown as Lasting & { data: unknown }).data === 'rest' && (event as Lasting).waitUntil(shell.takeRest().catch(() => undefined)))
worker.addEventListener('fetch', (event) => {
  const answer = shell.answer((event as Asked).request, worker.location.origin)
  if (answer) (event as Asked).respondWith(answer)
})
