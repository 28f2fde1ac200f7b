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

export const wire: Wire = {
  async photo(visit, photo, title) {
    const form = new FormData()
    form.append('title', title)
    form.append('paperKind', 'PHOTOGRAPH')
    form.append('file', new File([photo.blob], `${photo.id.slice(0, 8)}.jpg`, { type: 'image/jpeg' }))
    try {
      return (await http.post<{ id: string }>(`objects/visit/${visit}/papers`, form, { idempotencyKey: photo.id })).id
    } catch (problem) {
      // The same picture lies there already, as one that was taken for another item.
      const there = asProblem(problem).facts.paper
      if (asProblem(problem).status === 409 && typeof there === 'string') return there
      throw problem
    }
  },
  answers: (visit, answers) => http.put(`supervision/visits/${visit}/answers`, { answers }),
  finish: (visit, note) => http.post<Visit>(`supervision/visits/${visit}/finish`, { note: note || undefined }),
}

/**
 * Sends what waits, photographs first. Each step is kept as soon as it is done, so that one that breaks off goes on where
 * it was; one that was sent and not heard back is sent again under the same key.
 */
export async function send(one: Pocketed, to: Wire, keep: (now: Pocketed) => Promise<void>): Promise<Pocketed> {
  let now = one
  for (const photo of one.photos.filter((each) => !each.paper)) {
    const title = one.visit.items.find((item) => one.waiting.some((said) => said.item === item.code && said.photos.includes(photo.id)))?.title.zh ?? one.visit.line.campaign
    const paper = await to.photo(one.id, photo, title)
    now = { ...now, photos: now.photos.map((each) => (each.id === photo.id ? { ...each, paper } : each)) }
    await keep(now)
  }
  if (now.waiting.length) {
    const papers = new Map(now.photos.map((photo) => [photo.id, photo.paper]))
    const sent = now.waiting
    const { visit, conflicts } = await to.answers(one.id, sent.map((said) => ({ ...said, photos: said.photos.map((id) => papers.get(id) ?? id) })))
    now = { ...now, visit, conflicts: [...new Set([...now.conflicts, ...conflicts])], waiting: now.waiting.filter((said) => !sent.includes(said)), finish: conflicts.length ? null : now.finish }
    await keep(now)
  }
  if (now.finish) {
    now = { ...now, visit: await to.finish(one.id, now.finish.note), finish: null }
    await keep(now)
  }
  return now
}

export const isOffline = (failure: unknown) => failure instanceof Problem && failure.status === 0
