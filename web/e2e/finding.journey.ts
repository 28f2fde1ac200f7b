import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { plantOffice } from './planting'

const state = (page: Page) => page.getByRole('complementary').locator('.state')

/** Takes a step from the side of a finding's page: the button, what it asks, the new state. */
async function take(page: Page, step: string, note: string, then: string, days?: string) {
  await page.getByRole('complementary').getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: step })
  if (days) await dialog.getByRole('button', { name: days }).click()
  await dialog.getByLabel(/^说明/).fill(note)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(state(page)).toContainText(then)
}

test('inspector and officer work a finding through to its closing', async ({ as, desks }) => {
  const officer = await desks('officer')
  const { institution } = await officer.get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)

  const inspecting = await as('inspector')
  await inspecting.goto(`/findings/${finding.id}`)
  await take(inspecting, '开始核查', '已到现场量过', '核查')
  await take(inspecting, '要求说明', '请说明为何一人使用', '说明', '5 个工作日')

  const answering = await as('officer')
  await answering.goto(`/findings/${finding.id}`)
  await expect(answering.getByRole('complementary').getByRole('button', { name: '销号' })).toBeHidden()
  await take(answering, '提交说明', '上年调整办公室时未核对职级', '复核')

  await inspecting.reload()
  await take(inspecting, '要求整改', '一个月内调换到合规的办公室', '整改', '20 个工作日')
  await answering.reload()
  await take(answering, '报告已整改', '已腾退，另行安排', '复核')
  await inspecting.reload()
  await take(inspecting, '复核不通过', '房间里仍有该同志的家具', '整改', '5 个工作日')
  await answering.reload()
  await take(answering, '报告已整改', '家具已搬走', '复核')
  await inspecting.reload()
  await take(inspecting, '销号', '现场复核属实', '销号')

  await test.step('the history tells who did what, and why', async () => {
    const history = inspecting.locator('section').filter({ has: inspecting.getByRole('heading', { name: '处理经过' }) }).getByRole('listitem')
    await expect(history).toHaveCount(9)
    await expect(history.first()).toContainText('李督查')
    await expect(history.first()).toContainText('现场复核属实')
    await expect(history.filter({ hasText: '提交说明' })).toContainText('张经办')
    await expect(history.filter({ hasText: '下达整改' })).toContainText('期限')
    await expect(history.last()).toContainText('规则检查')
  })
})

test('a false alarm is dismissed with its reason and is not raised again', async ({ as, desks }) => {
  const admin = await desks('admin')
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { finding, room } = await plantOffice(admin, institution.id)

  const page = await as('inspector')
  await page.goto(`/findings?rule=premises.office-area&state=OPEN&subject=${room}`)
  await page.getByRole('row').getByRole('link', { name: '办公室使用面积超标' }).click()
  await expect(page).toHaveURL(`/findings/${finding.id}`)
  await page.getByRole('complementary').getByRole('button', { name: '认定误报' }).click()
  const dialog = page.getByRole('dialog', { name: '认定误报' })
  await expect(dialog.getByRole('button', { name: '认定误报' })).toBeDisabled()
  await dialog.getByLabel(/^说明/).fill('隔断房，系统登记为一间')
  await dialog.getByRole('button', { name: '认定误报' }).click()
  await expect(state(page)).toContainText('误报')
  await expect(page.getByText('隔断房，系统登记为一间')).toBeVisible()

  await page.goBack()
  await expect(page.getByText('没有符合条件的问题')).toBeVisible()
})

test('what is found of one’s own unit is left to others, and the page says so', async ({ as, desks }) => {
  const { institution } = await (await desks('inspector')).get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)

  const page = await as('inspector')
  await page.goto(`/findings/${finding.id}`)
  const side = page.getByRole('complementary')
  await expect(side.getByText('问题属于您所在的单位')).toBeVisible()
  await expect(side.getByRole('button', { name: '开始核查' })).toBeVisible()
  await expect(side.getByRole('button', { name: '认定误报' })).toBeHidden()
})
