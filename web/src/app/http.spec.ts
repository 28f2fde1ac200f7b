import { afterEach, describe, expect, it, vi } from 'vitest'
import { writeToken } from './http'

describe('the token every write repeats', () => {
  const cookies = (text: string) => vi.spyOn(document, 'cookie', 'get').mockReturnValue(text)
  afterEach(() => vi.restoreAllMocks())

  it('is read from the name it has over http', () => {
    cookies('other=1; XSRF-TOKEN=a%2Bb')
    expect(writeToken()).toBe('a+b')
  })

  it('is read from the name it has over https, whichever comes first', () => {
    cookies('__Host-XSRF-TOKEN=abc; other=XSRF-TOKEN')
    expect(writeToken()).toBe('abc')
  })

  it('is nothing where there is none, or another cookie ends with its name', () => {
    cookies('NOT-XSRF-TOKEN=abc')
    expect(writeToken()).toBe('')
  })
})
