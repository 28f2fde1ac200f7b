import { expect, test } from './ground'
import { fresh } from './planting'
import type { Cells, Page as Rows } from './desk'

test('a promotion is entered with its day, and what somebody was before stays to be seen; a slip is corrected and does not', async ({ as, desks }) => {
  const desk = await desks('admin')
  const { institutionCode } = (await desk.get<Rows<Cells>>('organization/people', { rank: 'CITY_STAFF', limit: 1 })).items[0]!
  const { id } = await desk.post<{ id: string }>('organization/people', { code: fresh('V'), name: '高有变', institutionCode, rank: '局(处)级以下', since: '2020-05-01' })
  const page = await as('admin')
  await page.goto(`/objects/person/${id}`)
  const form = page.getByRole('dialog', { name: /修改人员/ })
  const rank = async (name: string) => {
    await page.getByRole('button', { name: '修改' }).click()
    await form.getByLabel(/^职级/).click()
    await page.getByRole('option', { name, exact: true }).click()
  }
  const past = page.locator('#past')

  await test.step('a slip is put right', async () => {
    await rank('正局(处)级')
    await form.getByRole('group', { name: '您修改了职级' }).getByText('更正录入错误').click()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(page.locator('#facts')).toContainText('正局(处)级')
    await expect(page.locator('#facts')).toContainText('2020-05-01')
    await expect(past).toHaveCount(0)
  })

  await test.step('a promotion holds since its day', async () => {
    await rank('市级副职')
    const day = form.getByLabel('变动日期')
    await day.fill('2025-09-01')
    await day.press('Enter')
    await form.getByRole('button', { name: '保存' }).click()
    await expect(past.getByRole('row').nth(1)).toContainText('2025-09-01 – 至今市级副职')
    await expect(past.getByRole('row').nth(2)).toContainText('2020-05-01 – 2025-08-31正局(处)级')
  })
})

test('a building whose title comes to the bureau keeps the one it had, on its page', async ({ as, desks }) => {
  const desk = await desks('admin')
  const { siteCode, institutionCode } = (await desk.get<Rows<Cells>>('premises/buildings', { limit: 1 })).items[0]!
  const building = { code: fresh('L'), name: '旧档案楼', siteCode, institutionCode, acquisition: '自有', titleStatus: '登记在使用单位', buildingArea: 900, storeys: 3, since: '2001-01-01' }
  const { id } = await desk.post<{ id: string }>('premises/buildings', building)
  const page = await as('admin')
  await page.goto(`/objects/building/${id}`)
  await page.getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('dialog', { name: /修改建筑/ })
  await form.getByLabel(/^权属登记状态/).click({ force: true })
  await page.getByRole('option', { name: '已统一登记', exact: true }).click()
  await expect(form.getByRole('group', { name: '您修改了权属登记状态' })).toBeVisible()
  const day = form.getByLabel('变动日期')
  await day.fill('2019-06-01')
  await day.press('Enter')
  await form.getByRole('button', { name: '保存' }).click()
  const past = page.locator('#past')
  await expect(past.getByRole('row').nth(1)).toContainText('2019-06-01 – 至今已统一登记')
  await expect(past.getByRole('row').nth(2)).toContainText('2001-01-01 – 2019-05-31登记在使用单位')
})
