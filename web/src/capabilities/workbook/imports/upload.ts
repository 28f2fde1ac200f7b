import { http } from '@/app/http'
import { currentLanguage } from '@/app/i18n'
import { Problem } from '@/app/problem'
import type { Page, ImportRun } from '@/api/types'

export interface Sent { done: number; of: number }

/**
 * Sends a workbook and says how far it is: `fetch` cannot tell how much of a body has gone out.
 * The cheap request before it meets an expired session while nothing has been sent yet.
 */
export async function upload(file: File, ledger: string | null, told: (sent: Sent) => void, signal: AbortSignal): Promise<string> {
  await http.get<Page<ImportRun>>('workbook/imports', { limit: 1 }, signal)
  const form = new FormData()
  form.append('file', file)
  if (ledger) form.append('ledger', ledger)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/workbook/imports')
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.setRequestHeader('X-XSRF-TOKEN', token())
    request.upload.onprogress = (event) => told({ done: event.loaded, of: event.total })
    request.onload = () => (request.status < 300 ? resolve((JSON.parse(request.responseText) as { id: string }).id) : reject(problemFrom(request)))
    request.onerror = () => reject(new Problem({ type: 'about:offline', title: '', status: 0 }))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function problemFrom(request: XMLHttpRequest): Problem {
  try {
    return new Problem({ type: 'about:blank', title: '', ...JSON.parse(request.responseText), status: request.status })
  } catch {
    return new Problem({ type: `about:status-${request.status}`, title: '', status: request.status })
  }
}

function token(): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='))
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : ''
}
