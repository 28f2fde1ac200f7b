import { expect, test } from 'vitest'
import { stateOf, type Listed } from './accounts'

const ready: Listed = { id: 1, account: 'a', name: 'A', role: 'OFFICER', institutionId: null, institution: null, personId: null, everything: true, enabled: true, demonstration: false, arrived: true, secondFactor: true, invitedUntil: null, seenAt: null, sessions: 0 }
const now = Date.parse('2026-11-27T08:00:00Z')

test('an account that lacks nothing is ready', () => expect(stateOf(ready, now)).toBe('ready'))
test('a closed one is closed, whatever else', () => expect(stateOf({ ...ready, enabled: false, arrived: false }, now)).toBe('closed'))
test('one without a password waits for its owner while the link works', () => {
  expect(stateOf({ ...ready, arrived: false, invitedUntil: '2026-11-27T09:00:00Z' }, now)).toBe('invited')
  expect(stateOf({ ...ready, arrived: false, invitedUntil: '2026-11-27T07:00:00Z' }, now)).toBe('lapsed')
  expect(stateOf({ ...ready, arrived: false, personId: 'p' }, now)).toBe('never')
})
test('one that is nobody’s and was never handed over is a machine’s', () => expect(stateOf({ ...ready, arrived: false }, now)).toBe('machine'))
test('one without a second factor is told apart, but for the demonstration', () => {
  expect(stateOf({ ...ready, secondFactor: false }, now)).toBe('single')
  expect(stateOf({ ...ready, secondFactor: false, demonstration: true }, now)).toBe('ready')
})
