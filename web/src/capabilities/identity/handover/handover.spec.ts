import { expect, test } from 'vitest'
import { piles, type Left } from './handover'

const left = (id: string, leaver: string, kind: Left['kind'] = 'finding'): Left => ({ id, leaver, kind, objectId: id, title: id, at: `2026-11-28T02:00:00.00${id}Z`, successor: null, assignedAt: null })

test('what one person left is a pile for each who gives it away', () => {
  const found = piles([left('1', '王'), left('2', '李'), left('3', '王'), left('4', '王', 'import')])
  expect(found.map(({ leaver, kind, lines }) => [leaver, kind, lines.map((one) => one.id)])).toEqual([['王', 'finding', ['1', '3']], ['李', 'finding', ['2']], ['王', 'import', ['4']]])
})
