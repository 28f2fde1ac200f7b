import { roles } from './desk'
import { expect, test } from './ground'
import { blunders, everyScreen, follow, settled } from './screens'

// A hundred screens would be recorded twice each; what is wrong is told by address anyway.
test.use({ trace: 'off' })

for (const role of roles) {
  for (const english of [false, true]) {
    test(`every screen stands ${english ? 'in English' : 'in Chinese'} and without an error for ${role}`, async ({ as, desks, noise }) => {
      const page = await as(role, { english })
      const wrong: Record<string, string[]> = {}
      await page.goto('/')
      await settled(page)
      for (const address of await everyScreen(await desks(role), role === 'admin' ? 99 : 2)) {
        const before = noise.heard.length
        await follow(page, address)
        const all = [...(await blunders(page, english)), ...noise.heard.slice(before)]
        if (all.length) wrong[address] = all
      }
      noise.heard.length = 0
      expect(wrong).toEqual({})
    })
  }
}
