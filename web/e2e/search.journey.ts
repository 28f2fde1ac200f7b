import { expect, test } from './ground'
import type { Cells, Page } from './desk'
import type { Finding } from './planting'

test('whatever one knows by name or number is found by Ctrl-K and opens', async ({ as, desks }) => {
  const desk = await desks('admin')
  const first = async <T = Cells>(path: string, query = {}) => (await desk.get<Page<T>>(path, { limit: 1, ...query })).items[0]!
  const car = await first('fleet/vehicles')
  const room = await first('premises/rooms', { use: 'OFFICE' })
  const person = await first('organization/people')
  const unit = await first('organization/institutions')
  const finding = await first<Finding>('supervision/findings', { state: 'OPEN' })
  const page = await as('admin')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const sought = [
    { what: 'plate', word: car.plate, opens: `/objects/vehicle/${car.id}`, named: car.plate, shows: car.plate },
    { what: 'room', word: `${room.buildingName} ${room.number}`, opens: `/objects/room/${room.id}`, named: `${room.buildingName} ${room.number}`, shows: room.number },
    { what: 'person', word: person.code, opens: `/objects/person/${person.id}`, named: person.name, shows: person.name },
    { what: 'unit', word: unit.name, opens: `/objects/institution/${unit.id}`, named: unit.name, shows: unit.name },
    { what: 'finding', word: finding.number, opens: `/findings/${finding.id}`, named: finding.number, shows: finding.summary },
  ]
  for (const { what, word, opens, named, shows } of sought) {
    await test.step(what, async () => {
      await page.keyboard.press('Control+k')
      const field = page.getByRole('combobox', { name: '搜索' })
      await field.fill(String(word))
      await expect(page.getByRole('option', { selected: true })).toContainText(String(named))
      await field.press('Enter')
      await expect(page).toHaveURL(opens)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(String(shows))
    })
  }

  await test.step('what was looked at last is at hand', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('group', { name: '最近看过' }).getByRole('option').first().click()
    await expect(page).toHaveURL(`/findings/${finding.id}`)
  })

  await test.step('a word that nothing bears says so', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('查无此物甲乙丙')
    await expect(page.getByText('没有找到“查无此物甲乙丙”')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: '搜索' })).toBeHidden()
  })
})
