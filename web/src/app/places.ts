import type { Router } from 'vue-router'

/**
 * Where one stood on each page of this tab's history, so that Back leads to the same line and not to the top.
 * vue-router numbers its history entries; what lies beyond a new entry is gone.
 */
const kept = new Map<number, Map<string, unknown>>()
let popped = false

export const placeNow = (): number => (history.state?.position as number | undefined) ?? 0

export function keepPlaces(router: Router): void {
  router.options.history.listen(() => (popped = true))
  router.afterEach(() => {
    if (!popped) for (const place of kept.keys()) if (place >= placeNow()) kept.delete(place)
    popped = false
  })
}

export function keep(name: string, value: unknown, place = placeNow()): void {
  const here = kept.get(place) ?? new Map<string, unknown>()
  kept.set(place, here.set(name, value))
}

export function recall<T>(name: string): T | undefined {
  return kept.get(placeNow())?.get(name) as T | undefined
}
