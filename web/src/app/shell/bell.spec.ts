import { afterEach, describe, expect, it, vi } from 'vitest'
import { http } from '@/app/http'
import { dueOf, useBell } from './bell'

describe('the bell', () => {
  it('tells how long is left in workdays, and that it is late though no workday passed', () => {
    expect(dueOf({ dueOn: '2026-11-20', workdaysLeft: -3, late: true }, '2026-11-25')).toBe('late')
    expect(dueOf({ dueOn: '2026-11-28', workdaysLeft: 0, late: true }, '2026-11-29')).toBe('lateSoon')
    expect(dueOf({ dueOn: '2026-11-27', workdaysLeft: 0, late: false }, '2026-11-27')).toBe('today')
    expect(dueOf({ dueOn: '2026-11-29', workdaysLeft: 0, late: false }, '2026-11-28')).toBe('soon')
    expect(dueOf({ dueOn: '2026-12-02', workdaysLeft: 3, late: false }, '2026-11-27')).toBe('left')
    expect(dueOf({ dueOn: null, workdaysLeft: null, late: false }, '2026-11-27')).toBeNull()
  })

  const page = (unread: number, items: number) => ({ unread, more: unread > items, items: Array.from({ length: items }, (_, n) => ({ key: `k${unread - n}`, read: n >= unread })) })
  afterEach(() => vi.restoreAllMocks())

  it('marks all as read, also those that the tray has no room for', async () => {
    vi.spyOn(http, 'get').mockResolvedValue(page(3, 2))
    const read = vi.spyOn(http, 'post').mockResolvedValueOnce(page(1, 2)).mockResolvedValueOnce(page(0, 2))
    const bell = useBell()
    await bell.load()
    await bell.readAll()
    expect(read.mock.calls.map(([, body]) => body)).toEqual([{ keys: ['k3', 'k2'] }, { keys: ['k1'] }])
    expect(bell.page.value?.unread).toBe(0)
  })

  it('gives up when nothing can be marked', async () => {
    vi.spyOn(http, 'get').mockResolvedValue(page(3, 2))
    const read = vi.spyOn(http, 'post').mockRejectedValue(new Error('gone'))
    const bell = useBell()
    await bell.load()
    await bell.readAll()
    expect(read).toHaveBeenCalledTimes(1)
    expect(bell.failure.value).toBeTruthy()
  })

  it('goes on after a question that hangs', async () => {
    vi.useFakeTimers()
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const giving = new AbortController()
      setTimeout(() => giving.abort(new DOMException('late', 'TimeoutError')), ms)
      return giving.signal
    })
    vi.stubGlobal('fetch', vi.fn((_: string, how: RequestInit) => new Promise((_, refuse) => how.signal?.addEventListener('abort', () => refuse(how.signal!.reason)))))
    const bell = useBell()
    const hanging = bell.load()
    await vi.advanceTimersByTimeAsync(31_000)
    await hanging
    expect(bell.failure.value).toMatchObject({ kind: 'offline' })
    vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify(page(2, 2)))))
    await bell.load()
    expect(bell.page.value?.unread).toBe(2)
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('does not show what was asked before something was read', async () => {
    let answer = (_: unknown) => {}
    vi.spyOn(http, 'get').mockImplementation(() => new Promise((resolve) => { answer = resolve as typeof answer }))
    vi.spyOn(http, 'post').mockResolvedValue(page(0, 1))
    const bell = useBell()
    const loading = bell.load()
    const reading = bell.read(['k1'])
    await Promise.resolve()
    answer(page(1, 1))
    await Promise.all([loading, reading])
    expect(bell.page.value?.unread).toBe(0)
  })
})
