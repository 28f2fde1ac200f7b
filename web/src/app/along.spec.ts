import { beforeEach, describe, expect, it } from 'vitest'
import { along, takeAlong } from './along'

const worker = () => Object.assign(new EventTarget(), { state: 'installing' }) as unknown as ServiceWorker & { state: string }
const workers = (registration: Partial<ServiceWorkerRegistration> | Error, more: Partial<ServiceWorkerContainer> = {}) =>
  ({ ready: new Promise(() => undefined), controller: null, register: async () => { if (registration instanceof Error) throw registration; return registration }, ...more }) as unknown as ServiceWorkerContainer

describe('taking the console along', () => {
  beforeEach(() => { along.value = 'coming' })

  it('is done when the worker serves, and then asks for the rest of the build', async () => {
    const told: unknown[] = []
    const active = { postMessage: (one: unknown) => told.push(one) } as unknown as ServiceWorker
    await takeAlong(workers({ installing: null, active }, { ready: Promise.resolve({} as ServiceWorkerRegistration) }), false)
    expect(along.value).toBe('there')
    expect(told).toEqual(['rest'])
  })

  it('is said to be impossible where the browser knows no workers, as over plain http', async () => {
    await takeAlong(undefined, false)
    expect(along.value).toBe('never')
  })

  it('is not done by the development server', async () => {
    await takeAlong(workers(new Error('registered')), true)
    expect(along.value).toBe('never')
  })

  it('is said to have failed where the files did not come', async () => {
    const installing = worker()
    const taking = takeAlong(workers({ installing, active: null }), false)
    await Promise.resolve()
    installing.state = 'redundant'
    setTimeout(() => installing.dispatchEvent(new Event('statechange')))
    await taking
    expect(along.value).toBe('never')
  })

  it('still serves as it was taken along before where nobody can be asked', async () => {
    await takeAlong(workers(new Error('no network'), { controller: worker() }), false)
    expect(along.value).toBe('there')
  })
})
