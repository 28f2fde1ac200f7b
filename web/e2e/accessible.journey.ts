import type { Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { administrators } from './desk'
import { expect, test } from './ground'
import { duties, follow, mainScreens, settled } from './screens'

// Nothing is recorded here: what breaks a rule is told by screen and element.
test.use({ trace: 'off' })

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks the rules and still does when the screen has come to rest again: a list read anew on its own is faded for a moment. */
async function broken(page: Page, only?: string[]): Promise<string[]> {
  if (!(await look(page, only)).length) return []
  await settled(page)
  return look(page, only)
}

/** What breaks the rules, and where; of a long list the first lines stand for all. */
async function look(page: Page, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).exclude('tbody tr:nth-child(n+5)').exclude('[data-room]:nth-child(n+5)')
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(wcag)).analyze()
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 4).map((node) => `${node.target} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
}

for (const [name, dark, only] of [['light', false, undefined], ['dark', true, ['color-contrast']]] as const) {
  test(`the main screens keep WCAG 2.2 AA, ${name}`, async ({ as, desks }) => {
    const page = await as('admin', { dark })
    const wrong: Record<string, string[]> = {}
    await page.goto('/')
    for (const [screen, address] of Object.entries(await mainScreens(await desks('admin')))) {
      await follow(page, address)
      const found = await broken(page, only && [...only])
      if (found.length) wrong[screen] = found
    }
    for (const who of administrators) {
      const theirs = await as(who, { dark })
      for (const [screen, address] of Object.entries(duties[who])) {
        await theirs.goto(address)
        await settled(theirs)
        const found = await broken(theirs, only && [...only])
        if (found.length) wrong[`${who} ${screen}`] = found
      }
    }
    expect(wrong).toEqual({})
  })
}

test('signing in and searching keep WCAG 2.2 AA', async ({ as, noise }) => {
  noise.allow(/GET \/api\/identity\/session 401/)
  const visitor = await as(null)
  await visitor.goto('/sign-in')
  await expect(visitor.getByRole('button', { name: /王管理/ })).toBeVisible()
  expect(await broken(visitor)).toEqual([])
  await visitor.goto('/invitation#of-nobody')
  await expect(visitor.getByRole('button', { name: '设置密码并登录' })).toBeVisible()
  expect(await broken(visitor)).toEqual([])

  const page = await as('admin')
  await page.goto('/')
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('财政局')
  await expect(page.getByRole('option', { selected: true })).toContainText('财政局')
  expect(await broken(page)).toEqual([])
})
