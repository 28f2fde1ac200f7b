import type { ProblemBody } from '@/api/types'

export type ProblemKind = 'offline' | 'unauthenticated' | 'forbidden' | 'absent' | 'stale' | 'conflict' | 'invalid' | 'busy' | 'fault'

/** Every failed request ends as one of these: the server's RFC 9457 body, or our own words when there is none. */
export class Problem extends Error {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string | undefined
  readonly facts: Record<string, unknown>
  /** By column name, so that a form can show each sentence where it belongs. */
  readonly errors: Record<string, string>
  /** Sentences that belong to no column. */
  readonly loose: string[]

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    const { type, title, status, detail, errors, ...facts } = body
    this.type = type
    this.title = title
    this.status = status
    this.detail = detail
    this.facts = facts
    this.errors = {}
    this.loose = []
    for (const { pointer, message } of errors ?? []) {
      const column = columnOf(pointer)
      if (!column) this.loose.push(message)
      else this.errors[column] = this.errors[column] ? `${this.errors[column]} ${message}` : message
    }
  }

  get kind(): ProblemKind {
    if (this.status === 0) return 'offline'
    if (this.status === 401) return 'unauthenticated'
    if (this.status === 403) return 'forbidden'
    if (this.status === 404 || this.status === 410) return 'absent'
    // Nothing is wrong with what was asked: the same, sent again, goes through.
    if (/[/-]met-another$/.test(this.type)) return 'busy'
    if (this.status === 409) return /[/-]stale$/.test(this.type) ? 'stale' : 'conflict'
    if (this.status === 429 || this.status === 503 || this.status === 502 || this.status === 504) return 'busy'
    return this.status < 500 ? 'invalid' : 'fault'
  }

  /** Whether the same request may succeed later without anything being changed. */
  get passing(): boolean {
    return this.kind === 'offline' || this.kind === 'busy' || this.kind === 'fault'
  }
}

/** A JSON pointer "/cells/usableArea" speaks of the column usableArea. */
function columnOf(pointer: string): string {
  const last = pointer.split('/').pop() ?? ''
  return last.replaceAll('~1', '/').replaceAll('~0', '~')
}

export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure
  return new Problem({ type: 'about:fault', title: '', status: 500, detail: failure instanceof Error ? failure.message : String(failure) })
}

export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  const body = type.includes('json') ? await response.json().catch(() => null) : null
  if (body && typeof body.title === 'string') return new Problem({ ...body, type: body.type ?? 'about:blank', status: body.status ?? response.status })
  return new Problem({ type: `about:status-${response.status}`, title: '', status: response.status })
}
