import { createI18n } from 'vue-i18n'
import type { Words } from '@/api/types'
import unitsInEnglish from '@/locales/en/unit'
import { remembered } from './storage'

export type Language = 'zh-CN' | 'en'

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.ts', { eager: true })

/** locales/zh-CN/ledger.ts holds the words under "ledger". */
function messages(language: Language): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (const [path, file] of Object.entries(files)) {
    const [, folder, name] = /locales\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? []
    if (folder === language && name) all[name] = file.default
  }
  return all
}

export const i18n = createI18n({
  legacy: false,
  locale: remembered.read<Language>('language', 'zh-CN'),
  fallbackLocale: 'zh-CN',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: { 'zh-CN': messages('zh-CN'), en: messages('en') } as never,
})

export function currentLanguage(): Language {
  return i18n.global.locale.value as Language
}

export function speak(language: Language): void {
  i18n.global.locale.value = language as never
  document.documentElement.lang = language
  remembered.write('language', language)
}

/** Bilingual words from the server, in the language of the screen. */
export function say(words: Words | string | null | undefined): string {
  if (!words) return ''
  if (typeof words === 'string') return words
  return currentLanguage() === 'en' ? words.en || words.zh : words.zh || words.en
}

export function sayUnit(unit: string | null | undefined): string {
  if (!unit) return ''
  return currentLanguage() === 'en' ? ((unitsInEnglish as Record<string, string>)[unit] ?? unit) : unit
}

const global = i18n.global as unknown as { t(key: string, named?: Record<string, unknown> | number): string }
export const t = (key: string, named: Record<string, unknown> | number = {}) => global.t(key, named)
