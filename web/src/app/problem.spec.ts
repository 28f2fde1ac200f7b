import { describe, expect, it } from 'vitest'
import { asProblem, Problem, problemOf } from './problem'

const body = (status: number, type = '/problems/premises/room-exists') => ({ type, title: '有误', status })

describe('a problem', () => {
  it('gives each sentence to the column its pointer names', () => {
    const problem = new Problem({ ...body(422), errors: [{ pointer: '/usableArea', message: '太大' }, { pointer: '/cells/number', message: '重号' }, { pointer: '', message: '整行有误' }] })

    expect(problem.errors).toEqual({ usableArea: '太大', number: '重号' })
    expect(problem.loose).toEqual(['整行有误'])
  })

  it('keeps both sentences about one column', () => {
    const problem = new Problem({ ...body(422), errors: [{ pointer: '/number', message: '太长' }, { pointer: '/number', message: '重号' }] })

    expect(problem.errors.number).toBe('太长 重号')
  })

  it('tells a stale row from another conflict', () => {
    expect(new Problem(body(409, '/problems/stale')).kind).toBe('stale')
    expect(new Problem(body(409, '/problems/ledger/row-stale')).kind).toBe('stale')
    expect(new Problem(body(409)).kind).toBe('conflict')
  })

  it('lets whoever met another try the same again', () => {
    const problem = new Problem(body(409, '/problems/kernel/met-another'))

    expect(problem.kind).toBe('busy')
    expect(problem.passing).toBe(true)
  })

  it('keeps the facts the server sent along', () => {
    expect(new Problem({ ...body(409), limit: 30 }).facts).toEqual({ limit: 30 })
  })

  it('is made of a page that is no problem body at all', async () => {
    const problem = await problemOf(new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }))

    expect(problem.kind).toBe('busy')
    expect(problem.passing).toBe(true)
  })

  it('is made of any failure', () => {
    expect(asProblem(new TypeError('x is not a function')).kind).toBe('fault')
  })
})
