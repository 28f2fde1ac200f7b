import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
import { Desk, type Role } from './desk'

export { expect }
export type Wishes = BrowserContextOptions & { english?: boolean; dark?: boolean }

/** What went wrong beside the story: errors in the browser's console, refusals and failures of the API. */
export class Noise {
  readonly heard: string[] = []
  private readonly allowed: RegExp[] = []

  /** A refusal that belongs to the story. */
  allow(...words: RegExp[]): void {
    this.allowed.push(...words)
  }

  listen(page: Page): void {
    page.on('pageerror', (error) => this.note(`page error: ${error.message}`))
    page.on('console', (message) => {
      // Refused requests are heard below, with their method and status.
      if (message.type() !== 'error' && !/\[Vue warn\]|\[intlify\]/.test(message.text())) return
      if (!/Failed to load resource/.test(message.text()) || !message.location().url.includes('/api/')) this.note(`console: ${message.text()} ${message.location().url}`)
    })
    page.on('response', (answer) => {
      const { pathname, search } = new URL(answer.url())
      if (answer.status() >= 400) this.note(`${answer.request().method()} ${pathname}${search} ${answer.status()}`)
    })
  }

  private note(words: string): void {
    if (!this.allowed.some((one) => one.test(words))) this.heard.push(words)
  }
}

interface Journey {
  noise: Noise
  /** A browser of its own for somebody who is signed in already; null is somebody who is not. */
  as: (who: Role | null, wishes?: Wishes) => Promise<Page>
}

interface Everyone {
  desks: (who: Role) => Promise<Desk>
}

export const test = base.extend<Journey, Everyone>({
  desks: [
    async ({}, use, worker) => {
      const seated = new Map<Role, Promise<Desk>>()
      await use((who) => {
        if (!seated.has(who)) seated.set(who, Desk.of(who, worker.project.use.baseURL!))
        return seated.get(who)!
      })
      for (const desk of seated.values()) await (await desk).leave()
    },
    { scope: 'worker' },
  ],

  noise: async ({}, use) => {
    const noise = new Noise()
    await use(noise)
    expect(noise.heard, 'errors beside the story').toEqual([])
  },

  as: async ({ browser, desks, noise }, use) => {
    const opened: { close(): Promise<void> }[] = []
    await use(async (who, { english, dark, ...options } = {}) => {
      const context = await browser.newContext({ ...options, colorScheme: dark ? 'dark' : 'light', storageState: who ? await (await desks(who)).session() : undefined })
      opened.push(context)
      if (english) await context.addInitScript(() => localStorage.setItem('yiti.language', '"en"'))
      const page = await context.newPage()
      noise.listen(page)
      return page
    })
    for (const context of opened) await context.close()
  },
})
