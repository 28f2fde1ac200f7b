import type { Page } from '@playwright/test'
import { administrators } from './desk'
import { expect, test } from './ground'
import { duties, mainScreens, settled } from './screens'

/** By how much the page is wider than the screen; tables scroll in their own boxes. */
const overhang = (page: Page) =>
  page.evaluate(() => Math.max(...[document.scrollingElement!, document.querySelector('main')!].map((box) => box.scrollWidth - box.clientWidth)))

for (const [name, wishes] of Object.entries({ 'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, 'a phone in English, dark': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, english: true, dark: true } })) {
  test(`no main screen scrolls sideways on ${name}`, async ({ as, desks }) => {
    const page = await as('admin', wishes)
    const wide: Record<string, number> = {}
    for (const [screen, address] of Object.entries(await mainScreens(await desks('admin')))) {
      await page.goto(address)
      await settled(page)
      const by = await overhang(page)
      if (by > 0) wide[screen] = by
    }
    for (const who of administrators) {
      const theirs = await as(who, wishes)
      for (const [screen, address] of Object.entries(duties[who])) {
        await theirs.goto(address)
        await settled(theirs)
        const by = await overhang(theirs)
        if (by > 0) wide[`${who} ${screen}`] = by
      }
    }
    expect(wide).toEqual({})
  })
}

test('on a phone one gets from the cockpit to a finding with a thumb', async ({ as }) => {
  const page = await as('inspector', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto('/')
  await settled(page)
  const tabs = page.getByRole('navigation', { name: '主导航' }).last()
  await tabs.getByRole('link', { name: '问题' }).tap()
  await expect(page).toHaveURL(/\/findings(\?|$)/)
  await settled(page) // the cockpit has lists of its own, which stand until the new page has come
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().tap()
  await expect(page).toHaveURL(/\/findings\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabs.getByRole('button', { name: '全部' }).tap()
  await page.getByRole('dialog').getByRole('link', { name: '规则' }).tap()
  await expect(page).toHaveURL('/rules')
})
