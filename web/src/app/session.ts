import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DemoAccount, Session } from '@/api/types'
import { http, onExpired } from './http'
import { asProblem, Problem } from './problem'

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const known = ref(false)
  /** A request met an expired session and waits for the sign-in dialog. */
  const expired = ref(false)
  let waiting: ((again: boolean) => void)[] = []

  onExpired(() => {
    if (!session.value) return Promise.resolve(false)
    expired.value = true
    return new Promise((resolve) => waiting.push(resolve))
  })

  async function load(): Promise<Session | null> {
    try {
      session.value = await http.get<Session>('identity/session')
    } catch (failure) {
      const problem = asProblem(failure)
      if (problem.kind !== 'unauthenticated') throw problem
      session.value = null
    }
    known.value = true
    return session.value
  }

  async function signIn(account: string, password: string): Promise<void> {
    const before = session.value?.account
    await fetchToken()
    session.value = await http.post<Session>('identity/session', { account, password })
    known.value = true
    if (expired.value) settle(before === session.value.account)
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
    session.value = null
    settle(false)
  }

  async function signOut(): Promise<void> {
    await http.delete('identity/session').catch((failure) => {
      if (!(failure instanceof Problem) || failure.kind !== 'unauthenticated') throw failure
    })
    session.value = null
  }

  const may = (permission: string) => session.value?.permissions.includes(permission) ?? false
  const demonstration = computed(() => session.value?.demonstration ?? false)

  return { session, known, expired, load, signIn, signOut, abandon, may, demonstration }
})

/** Whoever writes without a session needs a CSRF token all the same; its cookie comes with any answer. */
async function fetchToken(): Promise<void> {
  await http.get<DemoAccount[]>('identity/demo-accounts')
}

/** Chooses the password of the account that an invitation is for. */
export async function acceptInvitation(token: string, password: string): Promise<{ account: string }> {
  await fetchToken()
  return http.post('identity/invitations/accept', { token, password })
}

export async function demoAccounts(): Promise<DemoAccount[]> {
  return http.get<DemoAccount[]>('identity/demo-accounts').catch(() => [])
}
