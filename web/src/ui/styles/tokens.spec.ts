import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/styles/tokens.css', 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0]!
  return Object.fromEntries([...block.matchAll(/--y-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const onGround = ['text', 'text-2', 'text-3', 'accent'].flatMap((text) => ['bg', 'surface', 'raised', 'hover', 'sunken'].map((ground) => [text, ground]))
const onOwn = [['danger', 'danger-soft'], ['warn', 'warn-soft'], ['good', 'good-soft'], ['accent', 'accent-soft'], ['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['danger', 'surface'], ['text', 'accent-soft'], ['text-2', 'danger-soft'], ['text-2', 'warn-soft']]

describe.each([['light', ':root {'], ['dark', 'html.dark {']])('text in the %s theme', (_, selector) => {
  const colours = { ...tokens(':root {'), ...tokens(selector) }

  it.each([...onGround, ...onOwn])('%s on %s is legible (WCAG AA)', (text, ground) => {
    expect(contrast(colours[text!]!, colours[ground!]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['fig-1', 'fig-2', 'fig-3', 'fig-4', 'fig-5', 'fig-6'])('%s stands out as a shape (3:1)', (figure) => {
    expect(contrast(colours[figure]!, colours.surface!)).toBeGreaterThanOrEqual(3)
  })
})
