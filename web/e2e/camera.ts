import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Wishes } from './ground'
import { settled } from './screens'

const folder = process.env.YITI_PICTURES ?? '../docs/pictures'
export const phone: Wishes = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** When nothing is read any more and charts and fonts stand. */
export async function take(page: Page, name: string) {
  await settled(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(900)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
