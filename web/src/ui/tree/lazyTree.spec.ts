import { describe, expect, it } from 'vitest'
import type { OrgNode } from '@/api/types'
import { useLazyTree, windowOf } from './lazyTree'

const node = (id: string, children = 0): OrgNode => ({ id, name: id, code: null, kind: 'INSTITUTION', level: null, division: null, children, people: null, headcount: null })
const branches: Record<string, OrgNode[]> = { root: [node('province', 2)], province: [node('city', 1), node('county')], city: [node('office')] }

function tree() {
  const asked: (string | null)[] = []
  const made = useLazyTree(async (parent) => {
    asked.push(parent)
    return branches[parent ?? 'root']!
  })
  const names = () => made.lines.value.map((line) => '·'.repeat(line.depth) + line.node.id)
  return { ...made, asked, names }
}

describe('the tree of units', () => {
  it('opens the only root by itself and nothing below it', async () => {
    const units = tree()
    await units.start()

    expect(units.names()).toEqual(['province', '·city', '·county'])
  })

  it('asks for a branch once, however often it is opened', async () => {
    const units = tree()
    await units.start()
    await units.open(branches.province![0]!)
    units.close(branches.province![0]!)
    await units.open(branches.province![0]!)

    expect(units.names()).toEqual(['province', '·city', '··office', '·county'])
    expect(units.asked).toEqual([null, 'province', 'city'])
  })

  it('closes a branch again that could not be read, and says why', async () => {
    const units = useLazyTree(async (parent) => {
      if (parent) throw new Error('offline')
      return [node('a', 1), node('b')]
    })
    await units.start()
    await units.open(node('a', 1))

    expect(units.lines.value[0]!.open).toBe(false)
    expect(units.failure.value).toBeInstanceOf(Error)
  })
})

describe('the lines in view', () => {
  it('are those of the box and a few to spare', () => {
    expect(windowOf(10_000, 34, 3400, 340, 8)).toEqual({ from: 92, to: 118 })
  })

  it('end where the list ends', () => {
    expect(windowOf(5, 34, 0, 340)).toEqual({ from: 0, to: 5 })
    expect(windowOf(0, 34, 0, 340)).toEqual({ from: 0, to: 0 })
  })
})
