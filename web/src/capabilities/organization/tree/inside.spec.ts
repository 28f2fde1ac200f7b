import { describe, expect, it } from 'vitest'
import type { Row } from '@/api/types'
import { insideOf, type InsideBooks, type InsideNode } from './inside'

const row = (cells: Record<string, string | boolean | null>): Row => ({ version: 1, id: String(cells.code ?? cells.personCode), name: String(cells.code), ...cells }) as Row
const books: InsideBooks = {
  departments: [
    row({ code: 'D1', parentCode: null }), row({ code: 'D11', parentCode: 'D1' }), row({ code: 'OLD', parentCode: 'D1', endsOn: '2026-01-01' }),
  ],
  posts: [row({ code: 'HEAD', departmentCode: null, rank: 'CHIEF' }), row({ code: 'CLERK', departmentCode: 'D11' })],
  people: [
    row({ code: 'boss', departmentCode: 'D1', rank: 'CHIEF' }), row({ code: 'clerk', departmentCode: 'D1' }), row({ code: 'plain', departmentCode: 'D1' }), row({ code: 'stray', departmentCode: 'OLD' }),
    row({ code: 'left', departmentCode: 'D1', transferredOn: '2026-06-30' }),
  ],
  appointments: [
    row({ personCode: 'boss', postCode: 'HEAD', title: '局长', main: true, startsOn: '2020-01-01' }),
    row({ personCode: 'clerk', postCode: 'CLERK', title: '科员', main: true, startsOn: '2020-01-01' }),
    row({ personCode: 'plain', postCode: 'CLERK', title: '兼', main: false, startsOn: '2020-01-01' }),
    row({ personCode: 'plain', postCode: 'HEAD', title: '曾任', main: true, startsOn: '2019-01-01', endsOn: '2019-12-31' }),
  ],
}
const drawn = (nodes: InsideNode[]): unknown => nodes.map((node) => (node.children.length ? [node.name, drawn(node.children)] : node.name))

describe('what is inside an institution', () => {
  const tree = insideOf(books, '2026-06-30')

  it('hangs departments, posts and people on what they belong to', () => {
    expect(drawn(tree)).toEqual([['D1', [['D11', [['CLERK', ['clerk']]]], 'plain']], ['HEAD', ['boss']], 'stray'])
  })

  it('counts people at any depth, and not who has left', () => {
    expect(tree.map((node) => [node.name, node.people])).toEqual([['D1', 2], ['HEAD', 1], ['stray', 1]])
  })

  it('says what somebody is', () => {
    expect(tree[1]!.children[0]!.note).toBe('局长 · CHIEF')
  })

  it('leaves out what is not any more', () => {
    expect(JSON.stringify(tree)).not.toContain('OLD')
    expect(JSON.stringify(insideOf(books, '2026-06-29'))).toContain('left')
  })
})
