import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'

/** A link from the cockpit stays with the unit the cockpit speaks of. */
export function within(href: string, institution: string | null): RouteLocationRaw {
  const url = new URL(href, 'http://here')
  const query: LocationQueryRaw = {}
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name)
    query[name] = values.length === 1 ? values[0] : values
  }
  return { path: url.pathname, query: institution ? { ...query, institution } : query }
}

/** What breaches something, unless reminders are asked for. */
export const breaches = ['VIOLATION', 'SUSPICION']

export function findings(institution: string | null, filters: Record<string, string | string[]> = {}): RouteLocationRaw {
  return { path: '/findings', query: { ...(institution ? { institution } : {}), state: 'OPEN', severity: breaches, ...filters } }
}
