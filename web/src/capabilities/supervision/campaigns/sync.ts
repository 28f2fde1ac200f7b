import { http } from '@/app/http'
import { asProblem, Problem } from '@/app/problem'
import type { Visit } from './campaign'
import type { Photo, Pocketed } from './pocket'

/** What is asked of the server; a test puts another in its place. */
export interface Wire {
  photo(visit: string, photo: Photo, title: string): Promise<string>
  answers(visit: string, answers: unknown[]): Promise<{ visit: Visit; conflicts: string[] }>
  finish(visit: string, note: string): Promise<Visit>
}

// One that hangs is one that was not heard: it is sent again.
const soon = () => AbortSignal.timeout(60_000)

export const wire: Wire = {
  async photo(visit, photo, title) {
    const form = new FormData()
    form.append('title', title)
    form.append('paperKind', 'PHOTOGRAPH')
    form.append('file', new File([photo.blob], `${photo.id.slice(0, 8)}.jpg`, { type: 'image/jpeg' }))
    try {
      return (await http.post<{ id: string }>(`objects/visit/${visit}/papers`, form, { idempotencyKey: photo.id, signal: AbortSignal.timeout(180_000) })).id
    } catch (problem) {
      // The same picture lies there already, as one that was taken for another item.
      const there = asProblem(problem).facts.paper
      if (asProblem(problem).status === 409 && typeof there === 'string') return there
      throw problem
    }
  },
  answers: (visit, answers) => http.put(`supervision/visits/${visit}/answers`, { answers }, { signal: soon() }),
  finish: (visit, note) => http.post<Visit>(`supervision/visits/${visit}/finish`, { note: note || undefined }, { signal: soon() }),
}

export type Change = (now: Pocketed) => Pocketed

/**
 * Sends what waits, photographs first. Each step is kept as soon as it is done, so that one that breaks off goes on where
 * it was; one that was sent and not heard back is sent again under the same key. What is said meanwhile stays and waits:
 * nothing is written but by a change of what is there by then.
 */
export async function send(one: Pocketed, to: Wire, change: (how: Change) => Promise<Pocketed>): Promise<Pocketed> {
  let now = one
  for (const photo of one.photos.filter((each) => !each.paper)) {
    const title = one.visit.items.find((item) => one.waiting.some((said) => said.item === item.code && said.photos.includes(photo.id)))?.title.zh ?? one.visit.line.campaign
    const paper = await to.photo(one.id, photo, title)
    now = await change((held) => ({ ...held, photos: held.photos.map((each) => (each.id === photo.id ? { ...each, paper } : each)) }))
  }
  const papers = new Map(now.photos.map((photo) => [photo.id, photo.paper]))
  // One that was said since with a photograph that is not there yet goes with the next.
  const ready = now.waiting.filter((said) => said.photos.every((id) => papers.get(id) !== null))
  if (ready.length) {
    const sent = new Set(ready.map((said) => said.key))
    const { visit, conflicts } = await to.answers(one.id, ready.map((said) => ({ ...said, photos: said.photos.map((id) => papers.get(id) ?? id) })))
    now = await change((held) => ({ ...held, visit, conflicts: [...new Set([...held.conflicts, ...conflicts])], waiting: held.waiting.filter((said) => !sent.has(said.key)), finish: conflicts.length ? null : held.finish }))
  }
  const finish = now.finish
  if (finish && !now.waiting.length) {
    const visit = await to.finish(one.id, finish.note)
    now = await change((held) => ({ ...held, visit, finish: held.finish === finish ? null : held.finish }))
  }
  return now
}

export const isOffline = (failure: unknown) => failure instanceof Problem && failure.status === 0
