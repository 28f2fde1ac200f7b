import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(vue|ts)$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join('src', path), 'utf8') }))

const lines = (text: string) => text.split('\n').length

describe('the house of the console', () => {
  it('keeps components small', () => {
    const components = files.filter(({ path }) => path.endsWith('.vue')).map(({ path, text }) => ({ path, lines: lines(text) }))
    const sizes = components.map((one) => one.lines).sort((a, b) => a - b)

    expect(components.filter((one) => one.lines > 250)).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(70)
  })

  it('lets no capability lean on another one', () => {
    const leaning = files
      .filter(({ path }) => path.startsWith('capabilities/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/(?:from|import\() ?'@\/capabilities\/([^']+)'/g)]
          .map((match) => match[1]!)
          .filter((other) => other.split('/').slice(0, 2).join('/') !== path.split('/').slice(1, 3).join('/'))
          .map((other) => `${path} → ${other}`),
      )

    const sideways = files.filter(({ path, text }) => /^capabilities\/[^/]+\/[^/]+\//.test(path) && /from '\.\.\/[^'/]+\//.test(text)).map(({ path }) => path)

    expect([...leaning, ...sideways]).toEqual([])
  })

  it('builds from the ground up: ui knows no capability, and no page of the shell beyond its module names', () => {
    const wrong = files
      .filter(({ path }) => path.startsWith('ui/') && !path.endsWith('.spec.ts'))
      .flatMap(({ path, text }) => [...text.matchAll(/from '@\/(capabilities\/[^']+|app\/shell\/[^']+)'/g)].map((match) => `${path} → ${match[1]}`))

    expect(wrong).toEqual([])
  })

  it('says its words through the locales: no Chinese stands in a screen', () => {
    const spoken = files
      .filter(({ path }) => !path.startsWith('locales/') && !path.endsWith('.spec.ts'))
      .flatMap(({ path, text }) =>
        text.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line) && !/^\s*(\/\/|\*|\/\*|<!--)/.test(line) && !/\/\*\*.*\*\//.test(line)).map((line) => `${path}: ${line.trim()}`),
      )
      .filter((line) => !/一体|微软雅黑|中文|中'|亿|万|外观|外文/.test(line))

    expect(spoken).toEqual([])
  })
})
