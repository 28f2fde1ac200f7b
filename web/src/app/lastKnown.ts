import type { Session } from '@/api/types'
import { remembered } from './storage'

/** Who was signed in last, on phones that are taken along only; the server is not there to be asked. */
interface Seen { session: Session; at: number }

/** A week without having met the server: longer than any round, shorter than a phone is lost. */
const LONGEST = 7 * 24 * 3600_000

export function remember(session: Session, now = Date.now()): void {
  remembered.write('identity', { session, at: now } satisfies Seen)
}

export function lastKnown(now = Date.now()): Session | null {
  const seen = remembered.read<Seen | null>('identity', null)
  return seen && now - seen.at < LONGEST ? seen.session : null
}

export function forget(): void {
  remembered.write('identity', null)
}

/** The server said who it is: the same person is known anew, anybody else makes the former forgotten. */
export function met(session: Session, now = Date.now()): void {
  const known = remembered.read<Seen | null>('identity', null)?.session.account
  if (known === session.account) remember(session, now)
  else forget()
}

/** Signed out where no network was: the server is told as soon as there is one. */
export const leaving = {
  pending: () => remembered.read('leaving', false),
  is: (now: boolean) => remembered.write('leaving', now || null),
}
