import { expect, test } from './ground'
import type { Cells, Page } from './desk'

const no = '它可能已被删除，或不在您能看到的单位里。'

interface Figures { holdings: { key: string; value: number }[]; findings: { open: number } }

test('the officer of a county sees the county’s part and nothing else', async ({ as, desks, noise }) => {
  const [admin, county] = [await desks('admin'), await desks('county')]
  const { institution } = await county.get<{ institution: { id: string; name: string } }>('identity/session')
  const all = await admin.get<Figures>('insight/cockpit')
  const part = await county.get<Figures>('insight/cockpit')
  const theirs = (await county.get<Page<Cells>>('organization/institutions', { limit: 200 })).items.map((one) => one.id)
  const elsewhere = (await admin.get<Page<Cells>>('fleet/vehicles', { limit: 200 })).items.find((car) => !theirs.includes(car.institutionId!))!
  const finding = (await admin.get<Page<{ id: string; institution: { id: string } }>>('supervision/findings', { state: 'OPEN', limit: 200 })).items.find((one) => !theirs.includes(one.institution.id))!
  const page = await as('county')

  await test.step('the cockpit counts their part', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: institution.name })).toBeVisible()
    for (const { key, value } of part.holdings.filter((one) => ['rooms', 'vehicles', 'people'].includes(one.key))) {
      expect(value, key).toBeLessThan(all.holdings.find((one) => one.key === key)!.value)
    }
    expect(part.findings.open).toBeLessThan(all.findings.open)
  })

  await test.step('lists hold their rows, whatever the address asks', async () => {
    await page.goto('/ledgers/fleet/vehicles')
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await page.goto(`/ledgers/fleet/vehicles?q=${encodeURIComponent(String(elsewhere.plate))}`)
    await expect(page.getByText('没有符合条件的记录')).toBeVisible()
    noise.allow(/ 404$/)
    await page.goto(`/ledgers/fleet/vehicles?institution=${elsewhere.institutionId}`)
    await expect(page.getByRole('alert')).toContainText(no)
    // What was refused is not where one works from then on.
    await page.goto('/ledgers/fleet/vehicles')
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await expect(page).toHaveURL('/ledgers/fleet/vehicles')
  })

  await test.step('search finds nothing of others', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill(String(elsewhere.plate))
    await expect(page.getByText(/没有找到“/)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a link to another’s object says politely no', async () => {
    for (const address of [`/objects/vehicle/${elsewhere.id}`, `/findings/${finding.id}`, `/objects/institution/${elsewhere.institutionId}`]) {
      await page.goto(address)
      await expect(page.getByRole('alert')).toContainText(no)
    }
  })

  await test.step('the tree begins with their own unit', async () => {
    await page.goto('/organization')
    await expect(page.getByRole('treeitem').first()).toContainText(institution.name)
  })
})
