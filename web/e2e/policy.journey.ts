import type { Page } from '@playwright/test'
import { administrators } from './desk'
import { expect, test } from './ground'
import { everyScreen, follow, settled } from './screens'

// Every screen by address: the trace would only repeat it.
test.use({ trace: 'off' })

async function listen(page: Page, against: string[]) {
  await page.exposeFunction('tellAgainst', (what: string) => against.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { tellAgainst: (what: string) => void }).tellAgainst(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
    })
  })
}

// What the policy of the server forbids is not drawn: a chart without its tooltip, a page without its style. A browser tells of each.
for (const dark of [false, true]) {
  test(`nothing the console does is against the policy of the server, ${dark ? 'dark' : 'light'}`, async ({ as, desks, noise }) => {
    const against: string[] = []
    for (const who of administrators) {
      const theirs = await as(who, { dark })
      await listen(theirs, against)
      await theirs.goto('/')
      for (const address of await everyScreen(await desks(who), 1)) await follow(theirs, address)
    }
    const page = await as('admin', { dark })
    await listen(page, against)
    const answer = await page.goto('/')
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
    await settled(page)
    const screens = await everyScreen(await desks('admin'), 1)
    for (const address of screens) {
      await follow(page, address)
      const chart = page.locator('canvas:not(.y-map-sheet)').first()
      if (await chart.isVisible()) await chart.hover()
    }
    expect(screens.length).toBeGreaterThan(10)
    expect(against).toEqual([])

    // The ear itself hears: an inline script is refused.
    noise.allow(/Content Security Policy/)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ranInline = true'
      document.head.append(script)
    })
    await expect.poll(() => against.length).toBe(1)
    expect(await page.evaluate(() => 'ranInline' in window)).toBe(false)
  })
}
