import { address, writeToken } from './http'
import { currentLanguage } from './i18n'
import { Problem } from './problem'

export interface Sent { done: number; of: number }

interface Wishes {
  told: (sent: Sent) => void
  signal: AbortSignal
  idempotencyKey?: string
}

/** Sends a form with a file and says how far it is: `fetch` cannot tell how much of a body has gone out. */
export function uploadForm<T>(path: string, form: FormData, { told, signal, idempotencyKey }: Wishes): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.setRequestHeader('X-XSRF-TOKEN', writeToken())
    if (idempotencyKey) request.setRequestHeader('Idempotency-Key', idempotencyKey)
    request.upload.onprogress = (event) => told({ done: event.loaded, of: event.total })
    request.onload = () => (request.status < 300 ? resolve(JSON.parse(request.responseText) as T) : reject(problemFrom(request)))
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
