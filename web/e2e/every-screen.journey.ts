import { roles } from './desk'
import { expect, test } from './ground'
import { blunders, everyScreen, follow, settled } from './screens'

for (const role of roles) {
  test(`every screen stands in both languages, without an error, for ${role}`, async ({ as, desks, noise }) => {
    const screens = await everyScreen(await desks(role))
    const page = await as(role)
    const wrong: Record<string, string[]> = {}
    await page.goto('/')
    await settled(page)
    for (const address of screens) {
      const before = noise.heard.length
      await follow(page, address)
      const chinese = await blunders(page, false)
      await page.getByRole('button', { name: /Switch to English/ }).click()
      await settled(page)
      const english = await blunders(page, true)
      await page.getByRole('button', { name: /切换到中文|Chinese/ }).click()
      const all = [...chinese, ...english, ...noise.heard.slice(before)]
      if (all.length) wrong[address] = all
    }
    noise.heard.length = 0
    expect(wrong).toEqual({})
  })
}
