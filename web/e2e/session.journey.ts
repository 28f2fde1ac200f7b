import type { Page } from '@playwright/test'
import { password } from './desk'
import { expect, test } from './ground'
import { fresh, plantOffice } from './planting'

/** As if eight hours had gone by: the server no longer knows this browser. */
const expire = (page: Page) => page.context().clearCookies({ name: 'YITI_SESSION' })

async function signInAgain(page: Page) {
  const dialog = page.getByRole('dialog', { name: '登录已过期' })
  await dialog.getByLabel('密码').fill(password)
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('a session that ends in the middle of a form loses nothing that was typed', async ({ as, desks, noise }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { room } = await plantOffice(await desks('admin'), institution.id)
  noise.allow(/ 401$/)
  const page = await as('admin')
  await page.goto(`/objects/room/${room}`)
  const note = fresh('发改')
  await page.getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('dialog', { name: /修改房间/ })
  await form.getByLabel(/^立项或标准依据/).fill(note)

  await test.step('signing in on the spot sends the form as it was', async () => {
    await expire(page)
    await form.getByRole('button', { name: '保存' }).click()
    await signInAgain(page)
    await expect(page.getByText(/已保存/)).toBeVisible()
    await expect(page.locator('#facts')).toContainText(note)
  })

  await test.step('a page closed over an unfinished form offers it again', async () => {
    await page.getByRole('button', { name: '修改' }).click()
    await form.getByLabel(/^立项或标准依据/).fill(`${note}之二`)
    await page.reload()
    await page.getByRole('button', { name: '修改' }).click()
    await expect(form.getByText('已恢复上次没有提交的内容')).toBeVisible()
    await expect(form.getByLabel(/^立项或标准依据/)).toHaveValue(`${note}之二`)
  })
})

test('a step on a finding survives the end of the session too', async ({ as, desks, noise }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)
  noise.allow(/ 401$/)
  const page = await as('inspector')
  await page.goto(`/findings/${finding.id}`)
  await page.getByRole('complementary').getByRole('button', { name: '认定误报' }).click()
  const dialog = page.getByRole('dialog', { name: '认定误报' })
  await dialog.getByLabel(/^说明/).fill('隔断房，登记有误')
  await expire(page)
  await dialog.getByRole('button', { name: '认定误报' }).click()
  await signInAgain(page)
  await expect(page.getByRole('complementary').locator('.state')).toContainText('误报')
  await expect(page.getByText('隔断房，登记有误')).toBeVisible()
})

test('a link opened without a session leads there after signing in', async ({ as, noise }) => {
  noise.allow(/GET \/api\/identity\/session 401/)
  const page = await as(null)
  await page.goto('/ledgers/fleet/vehicles?status=IN_USE')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('账号').fill('county')
  await page.getByLabel('密码').first().fill('wrong')
  noise.allow(/POST \/api\/identity\/session 422/)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('账号或密码不正确')
  await page.getByLabel('密码').first().fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL('/ledgers/fleet/vehicles?status=IN_USE')
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await page.getByRole('button', { name: '我的账号' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL('/sign-in')
})
