import { http } from './http'

/** Leaving for an identity provider and coming back: what it was for is remembered by this tab alone. */
export type Errand = 'session/provider' | 'links' | 'invitations/provider'
export interface Provider { id: string; name: { zh: string; en: string } }

const KEY = 'yiti.departed'

export async function depart(errand: Errand, provider: string, next: string, body?: unknown): Promise<void> {
  const { address } = await http.post<{ address: string }>(`identity/${errand}/${provider}/departure`, body)
  sessionStorage.setItem(KEY, JSON.stringify({ errand, next, provider }))
  location.assign(address)
}

/** What this tab left for; once. */
export function departed(): { errand: Errand; next: string; provider: string } | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept ? (JSON.parse(kept) as { errand: Errand; next: string; provider: string }) : null
}
