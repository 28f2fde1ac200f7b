import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = import.meta.glob<{ default: object }>('./*/*.ts', { eager: true })
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.(vue|ts)$/.test(path) && !path.includes('.spec.'))

function keys(node: object, at: string): string[] {
  return Object.entries(node).flatMap(([name, value]) => (typeof value === 'object' ? keys(value as object, `${at}.${name}`) : [`${at}.${name}`]))
}

function words(language: string): string[] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith(`./${language}/`))
    .flatMap(([path, file]) => keys(file.default, path.split('/').pop()!.replace('.ts', '')))
}

describe('the words of the console', () => {
  it('exist in both languages', () => {
    expect(words('en').sort()).toEqual(words('zh-CN').sort())
  })

  it('exist for every key a screen asks for', () => {
    const known = new Set(words('zh-CN'))
    const asked = sources.flatMap((path) =>
      [...readFileSync(join('src', path), 'utf8').matchAll(/\bt\('([a-z][\w.]+\.\w+)'[,)]/gi)].map((match) => ({ path, key: match[1]! })),
    )

    expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
  })
})
