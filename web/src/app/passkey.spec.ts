import { expect, test } from 'vitest'
import { bytesOf, isGivenUp, isThere, textOf } from './passkey'

test('bytes travel as base64url and come back as they were', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
  const text = textOf(bytes.buffer)

  expect(text).not.toMatch(/[+/=]/)
  expect([...bytesOf(text)]).toEqual([...bytes])
  expect(textOf(bytesOf('-_8').buffer)).toBe('-_8')
})

test('a dialog that was closed is no failure, another exception is', () => {
  expect(isGivenUp(new DOMException('', 'NotAllowedError'))).toBe(true)
  expect(isGivenUp(new DOMException('', 'SecurityError'))).toBe(false)
  expect(isThere(new DOMException('', 'InvalidStateError'))).toBe(true)
})
