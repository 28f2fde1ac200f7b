import { type Role } from '@/ui/identity/grants'

/** An account as its administrator sees it. */
export interface Listed {
  id: number
  account: string
  name: string
  role: Role
  institutionId: string | null
  institution: string | null
  personId: string | null
  everything: boolean
  enabled: boolean
  demonstration: boolean
  arrived: boolean
  secondFactor: boolean
  invitedUntil: string | null
  seenAt: string | null
  sessions: number
}

/** What is enough of one to invite whom it is for. */
export type Opened = Pick<Listed, 'id' | 'account' | 'name'>

/** What is enough of one to look after its tokens. */
export type Holder = Pick<Listed, 'id' | 'name' | 'personId' | 'arrived' | 'enabled'>

/** What an administrator does with one. */
export type Act = 'edit' | 'invite' | 'tokens' | 'end' | 'reset' | 'appoint' | 'leaving'

/** What an administrator has to know at a glance. */
export function stateOf(account: Listed, now = Date.now()): 'closed' | 'invited' | 'lapsed' | 'never' | 'machine' | 'single' | 'ready' {
  if (!account.enabled) return 'closed'
  if (!account.arrived && account.invitedUntil) return Date.parse(account.invitedUntil) > now ? 'invited' : 'lapsed'
  // Nobody's, and never handed to anybody: a machine's, which comes with tokens.
  if (!account.arrived) return account.personId ? 'never' : 'machine'
  return account.secondFactor || account.demonstration ? 'ready' : 'single'
}
