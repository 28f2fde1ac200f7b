import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DemoAccount, Session } from '@/api/types'
import { http, onExpired, onUnconfirmed } from './http'
import { forget, lastKnown, leaving, met, remember } from './lastKnown'
import { answerByPasskey, type Question } from './passkey'
import { asProblem, Problem } from './problem'
import type { Provider } from './provider'

/** What a passkey is to prove: everything, the second factor, or once more who one is. */
export type PasskeyWay = 'passkey' | 'second-factor/passkey' | 'confirmation/passkey'

let putAway: () => Promise<unknown> = async () => undefined

/** Done before somebody is signed out: what of theirs lies on this machine. */
export function onLeave(handler: () => Promise<unknown>): void {
  putAway = handler
}

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const known = ref(false)
  /** Nobody was asked: it is who was signed in last, on a page that works without a network. */
  const away = ref(false)
  /** A request met an expired session and waits for the sign-in dialog. */
  const expired = ref(false)
  let waiting: ((again: boolean) => void)[] = []

  onExpired(() => {
    return session.value ? askAgain() : Promise.resolve(false)
  })

  /** The second factor that is awaited may be a passkey. */
  const passkeyAwaited = ref(false)

  /** A grave act waits for its owner to prove who they are. */
  const unconfirmed = ref(false)
  let unproved: ((proved: boolean) => void)[] = []

  onUnconfirmed(() => {
    unconfirmed.value = true
    return new Promise((resolve) => unproved.push(resolve))
  })

  async function confirm(code: string): Promise<void> {
    await http.post('identity/session/confirmation', { code })
    answerProof(true)
  }

  function answerProof(proved: boolean): void {
    unconfirmed.value = false
    const held = unproved
    unproved = []
    held.forEach((answer) => answer(proved))
  }

  /** @param alone whether the page that is opened works without a network */
  async function load(alone = false): Promise<Session | null> {
    try {
      if (leaving.pending()) await leaveBelatedly()
      take(await http.get<Session>('identity/session', {}, AbortSignal.timeout(alone ? 6_000 : 60_000)))
    } catch (failure) {
      const problem = asProblem(failure)
      const last = alone && !leaving.pending() && (problem.kind === 'offline' || problem.kind === 'busy') ? lastKnown() : null
      if (!last && problem.kind !== 'unauthenticated') throw problem
      session.value = last
      away.value = !!last
    }
    known.value = true
    return session.value
  }

  function take(told: Session): void {
    met(told)
    session.value = told
    away.value = false
  }

  /** Before anything is sent that was said without a network: whether the server knows it is still they who speak. */
  async function recognized(): Promise<boolean> {
    if (!away.value) return true
    try {
      const told = await http.get<Session>('identity/session', {}, AbortSignal.timeout(30_000))
      const same = told.account === session.value?.account
      take(told)
      // Somebody else signed in here since: what is on the screen is not theirs to see.
      if (!same) location.reload()
      return same
    } catch (failure) {
      if (asProblem(failure).kind !== 'unauthenticated') throw failure
      return askAgain()
    }
  }

  function askAgain(): Promise<boolean> {
    expired.value = true
    return new Promise((resolve) => waiting.push(resolve))
  }

  /** True where the account has a second factor, which is awaited now. */
  async function signIn(account: string, password: string): Promise<boolean> {
    await fetchToken()
    const { awaitsSecondFactor, passkey } = await http.post<{ awaitsSecondFactor: boolean; passkey: boolean }>('identity/session', { account, password })
    passkeyAwaited.value = passkey
    if (!awaitsSecondFactor) await arrive()
    return awaitsSecondFactor
  }

  async function proveByPasskey(way: PasskeyWay): Promise<void> {
    await fetchToken()
    const question = await http.post<Question>(`identity/session/${way}/challenge`)
    await http.post(`identity/session/${way}`, await answerByPasskey(question))
    if (way === 'confirmation/passkey') answerProof(true)
    else await arrive()
  }

  /** True where the second factor of this house is awaited now. */
  async function arriveByProvider(brought: { state: string; code: string; iss: string | null }): Promise<boolean> {
    const { awaitsSecondFactor, passkey } = await http.post<{ awaitsSecondFactor: boolean; passkey: boolean }>('identity/session/provider', brought)
    passkeyAwaited.value = passkey
    if (!awaitsSecondFactor) await arrive()
    return awaitsSecondFactor
  }

  async function sendCode(code: string): Promise<void> {
    await http.post('identity/session/second-factor', { code })
    await arrive()
  }

  async function arrive(): Promise<void> {
    const before = session.value?.account
    leaving.is(false)
    take(await http.get<Session>('identity/session'))
    known.value = true
    if (expired.value) settle(before === session.value!.account)
  }

  /** Goes on without the server: what it did not hear waits. */
  function postpone(): void {
    expired.value = false
    const held = waiting
    waiting = []
    held.forEach((answer) => answer(false))
  }

  function settle(again: boolean): void {
    expired.value = false
    const held = waiting
    waiting = []
    held.forEach((answer) => answer(again))
    // Someone else signed in: what is on the screen belongs to the other account.
    if (!again && session.value) location.reload()
  }

  function abandon(): void {
    forget()
    session.value = null
    settle(false)
  }

  async function leave(): Promise<void> {
    await http.delete('identity/session').catch((failure) => {
      if (!(failure instanceof Problem) || failure.kind !== 'unauthenticated') throw failure
    })
    leaving.is(false)
  }

  /** Whatever the server says to it: nobody is kept from signing in by a sign-out that went wrong. */
  const leaveBelatedly = () =>
    fetchToken().then(leave).catch((failure) => {
      if (asProblem(failure).passing) throw failure
      leaving.is(false)
    })

  /** True where the browser is on its way to be signed out elsewhere too. */
  async function signOut(): Promise<boolean> {
    const { address } = await http.get<{ address: string | null }>('identity/session/provider/farewell').catch(() => ({ address: null }))
    forget()
    await putAway()
    await leave().catch((failure) => {
      if (asProblem(failure).kind !== 'offline') throw failure
      leaving.is(true)
    })
    session.value = null
    away.value = false
    if (address) location.assign(address)
    return !!address
  }

  /** On this phone they work without a network: it knows them also where nobody can be asked. */
  const stayKnown = () => !away.value && session.value && remember(session.value)

  const may = (anyOf: string | string[]) => [anyOf].flat().some((permission) => session.value?.permissions.includes(permission))
  /** Whether a page is for them: some are the whole house's. */
  const opens = (entry: { permission?: string | string[]; everywhere?: boolean }) =>
    !entry.permission || (entry.everywhere ? [entry.permission].flat().some((one) => session.value?.everywhere.includes(one)) : may(entry.permission))
  const demonstration = computed(() => session.value?.demonstration ?? false)

  /** Has to do something first: nothing but the page of the own account is open. */
  const lacking = computed(() => (session.value?.lacks.length ?? 0) > 0)

  return { session, known, away, expired, passkeyAwaited, unconfirmed, load, recognized, postpone, stayKnown, signIn, sendCode, proveByPasskey, arriveByProvider, confirm, answerProof, signOut, abandon, may, opens, demonstration, lacking }
})

/** Whoever writes without a session needs a CSRF token all the same; its cookie comes with any answer. */
export async function fetchToken(): Promise<void> {
  await http.get<DemoAccount[]>('identity/demo-accounts')
}

/** How one can sign in here, besides account and password. */
export async function signInWays(): Promise<{ passkeys: boolean; providers: Provider[] }> {
  return http.get<{ passkeys: boolean; providers: Provider[] }>('identity/session/ways').catch(() => ({ passkeys: false, providers: [] }))
}

/** Chooses the password of the account that an invitation is for. */
export async function acceptInvitation(token: string, password: string): Promise<{ account: string }> {
  await fetchToken()
  return http.post('identity/invitations/accept', { token, password })
}

/** What a new password must be. */
export async function passwordRules(): Promise<{ shortest: number; composed: boolean }> {
  return http.get('identity/password')
}

export async function demoAccounts(): Promise<DemoAccount[]> {
  return http.get<DemoAccount[]>('identity/demo-accounts').catch(() => [])
}
