import type { Words } from '@/api/types'

export interface ExportRequest {
  id: string
  ledger: string
  title: Words
  format: 'xlsx' | 'csv'
  filters: Record<string, string[]>
  institution: string | null
  institutionName: string | null
  sort: string | null
  rows: number
  purpose: string
  reason: string
  state: 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'TAKEN' | 'EXPIRED'
  requestedBy: { account: string; name: string }
  requestedAt: string
  decidedBy: { account: string; name: string } | null
  note: string | null
  expiresAt: string
  mine: boolean
  mayDecide: boolean
}
