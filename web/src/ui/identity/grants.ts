export const roles = ['ADMINISTRATOR', 'OFFICER', 'INSPECTOR', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as const
export type Role = (typeof roles)[number]
export const purposes = ['DAILY', 'INSPECTION', 'STAND_IN', 'EMERGENCY'] as const
export const permissions = ['READ', 'WRITE', 'IMPORT', 'VERIFY', 'RECTIFY', 'RULE'] as const
export type Purpose = (typeof purposes)[number]

/** Something somebody was granted; either a role or a single permission. */
export interface Grant {
  id: string
  accountId: number
  account: string
  name: string
  role: Role | null
  permission: (typeof permissions)[number] | null
  institutionId: string | null
  institution: string | null
  purpose: Purpose
  reason: string | null
  startsAt: string
  endsAt: string | null
  grantedAt: string
  grantedBy: string
  revokedAt: string | null
  revokedBy: string | null
  onBehalfOf: string | null
  state: 'COMING' | 'IN_FORCE' | 'ENDED'
}

/** Somebody something can be granted to, and what their account was opened for. */
export interface Holder {
  id: number
  account: string
  name: string
  role: Role
  institutionId: string | null
  institution: string | null
  everything: boolean
  grants: number
}

export const isOffice = (role: string | null) => role === 'SYSTEM_ADMINISTRATOR' || role === 'SECURITY_ADMINISTRATOR' || role === 'AUDIT_ADMINISTRATOR'

/** The end of a day as it is here, which is when a term ends that is said in days. */
export function endOf(day: string): string | null {
  return day ? new Date(`${day}T23:59:59`).toISOString() : null
}
