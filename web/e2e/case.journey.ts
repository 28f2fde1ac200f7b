import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { plantOffice } from './planting'

const state = (page: Page) => page.getByRole('complementary').locator('.state')

/** Takes a step from the side of a case's page: the button, what it asks, the new stage. */
async function take(page: Page, step: string, note: string, then: string) {
  await page.getByRole('complementary').getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: step })
  await dialog.getByLabel(/^说明/).fill(note)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(state(page)).toContainText(then)
}

test('a finding becomes a case, is worked through to its close, and leaves as a package', async ({ as, desks }) => {
  const officer = await desks('officer')
  const { institution } = await officer.get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)

  const inspecting = await as('inspector')
  await inspecting.goto(`/findings/${finding.id}`)
  await inspecting.getByRole('complementary').getByRole('button', { name: '立案' }).click()
  await inspecting.getByRole('dialog', { name: '立案' }).getByRole('button', { name: '立案' }).click()
  await expect(inspecting).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  const address = new URL(inspecting.url()).pathname
  await expect(state(inspecting)).toContainText('预警')

  await test.step('the finding is dealt with in its case from then on', async () => {
    await inspecting.goto(`/findings/${finding.id}`)
    await expect(inspecting.getByRole('complementary').getByRole('button', { name: '开始核查' })).toBeHidden()
    await expect(inspecting.getByRole('complementary').getByText('在案件中办理')).toBeVisible()
    await inspecting.goto(address)
  })

  await take(inspecting, '开始核查', '到现场量过', '核查')
  await take(inspecting, '要求说明', '请说明为何一人使用', '说明/约谈')

  const answering = await as('officer')
  await answering.goto('/cases')
  const number = (await inspecting.locator('header .y-mono').textContent())!
  await answering.getByRole('link', { name: number }).click()
  await expect(answering.getByRole('complementary').getByRole('button', { name: '销号' })).toBeHidden()
  await take(answering, '提交说明', '上年调整办公室时未核对职级', '复核')

  await inspecting.reload()
  await take(inspecting, '责令整改', '一个月内调换到合规的办公室', '整改')
  await answering.reload()
  await take(answering, '报告已整改', '已腾退，另行安排', '复核')
  await inspecting.reload()
  await take(inspecting, '复核通过', '现场复核属实', '通报/移送')
  await take(inspecting, '通报', '市直机关通报', '通报/移送')
  await take(inspecting, '销号', '已办结', '销号')

  await test.step('what the law names is guidance only', async () => {
    await expect(inspecting.getByText('公职人员政务处分法')).toBeVisible()
    await expect(inspecting.getByText('系统不作认定')).toBeVisible()
  })

  await test.step('one click gives the evidence', async () => {
    const [download] = await Promise.all([inspecting.waitForEvent('download'), inspecting.getByRole('button', { name: '下载证据包' }).click()])
    expect(download.suggestedFilename()).toContain(number)
    const zip = await readFile(await download.path())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    for (const name of ['manifest', 'index.html', 'case.json', 'computation.txt', 'proofs/']) expect(zip.includes(name)).toBe(true)
  })

  await test.step('the history tells who did what', async () => {
    const history = inspecting.locator('section').filter({ has: inspecting.getByRole('heading', { name: '办理经过' }) }).getByRole('listitem')
    await expect(history).toHaveCount(9)
    await expect(history.filter({ hasText: '提交说明' })).toContainText('张经办')
    await expect(history.first()).toContainText('李督查')
  })
})

test('a case can be read on a phone, in the dark, in English, and an empty tray says so', async ({ as, desks }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)
  const inspector = await desks('inspector')
  const { id } = await inspector.post<{ id: string }>('supervision/cases', { findings: [finding.id] })

  const page = await as('inspector', { viewport: { width: 390, height: 844 }, dark: true, english: true })
  await page.goto(`/cases/${id}`)
  await expect(page.getByRole('complementary').getByRole('button', { name: 'Verify' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Evidence package' })).toBeVisible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBe(0)
  const county = await as('county', { viewport: { width: 390, height: 844 }, dark: true, english: true })
  await county.goto('/cases?view=escalated')
  await expect(county.getByText('No late case was told to you')).toBeVisible()
})
