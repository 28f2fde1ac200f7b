import type { BrowserContext, Page } from '@playwright/test'
import { phone } from './camera'
import { drawn, photograph, type Drawn } from './campaigns'
import { expect, test } from './ground'
import { settled } from './screens'

const rest = [/无人的房间/, /外部泛光/, /网络机房/, /专人统计/, /节水器具/]
const item = (page: Page, title: RegExp) => page.getByRole('region', { name: title })

/** Its page, and that all of it lies on the phone. */
async function takenAlong(page: Page, visit: string) {
  await page.goto('/visits')
  await settled(page)
  await page.goto(`/visits/${visit}`)
  await expect(page.getByText('本页已存到手机里')).toBeVisible()
}

const ended = (context: BrowserContext) => context.clearCookies({ name: /SESSION/ })

test('a visit survives a reload and a cold start without a network, and is sent when there is one', async ({ as, desks, noise }) => {
  noise.allow(/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/)
  const admin = await desks('admin')
  const { item: campaign, visits } = await drawn(admin, '断网重开')
  const visit = visits[0]!
  const page = await as('inspector', phone)
  const context = page.context()
  await takenAlong(page, visit.id)

  await test.step('reloaded without a network it is as it was', async () => {
    await item(page, /夏季制冷/).getByRole('button', { name: '不适用' }).tap()
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(visit.institution.name)
    await expect(page.getByText('按上次登录的')).toBeVisible()
    await expect(item(page, /夏季制冷/).getByRole('button', { name: '不适用' })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText('没有网络，已存在本机')).toBeVisible()
  })

  await test.step('answered with a photograph, closed and opened cold, nothing is lost', async () => {
    await item(page, /冬季供暖/).getByRole('spinbutton').fill('23.5')
    await item(page, /冬季供暖/).getByRole('spinbutton').blur()
    await item(page, /冬季供暖/).locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, '23.5') })
    await expect(item(page, /冬季供暖/).getByRole('img')).toBeVisible()
    const cold = await context.newPage()
    noise.listen(cold)
    await page.close()
    await cold.goto(`/visits/${visit.id}`)
    await expect(item(cold, /冬季供暖/).getByRole('spinbutton')).toHaveValue('23.5')
    await expect(item(cold, /冬季供暖/).getByRole('img')).toBeVisible()
    for (const title of rest) await item(cold, title).getByRole('button', { name: '通过', exact: true }).tap()
    await cold.getByRole('button', { name: '完成检查' }).tap()
    await expect(cold.getByRole('button', { name: '有网络时完成' })).toBeVisible()
  })

  await test.step('other pages say that they want a network, and lead to the visits', async () => {
    const other = context.pages()[0]!
    await other.goto('/findings')
    await other.getByRole('link', { name: '打开我的检查任务' }).tap()
    await expect(other.getByRole('link', { name: /断网重开/ })).toBeVisible()
    await other.goto(`/visits/${visit.id}`)
    await expect(other.getByRole('button', { name: '有网络时完成' })).toBeVisible()
  })

  await test.step('with a network it is sent by itself, and the whole console is there again', async () => {
    await context.setOffline(false)
    await expect
      .poll(async () => (await admin.get<Drawn>(`supervision/campaigns/${campaign.id}`)).item, { timeout: 60_000 })
      .toMatchObject({ done: 1, failed: 1 })
    await expect(context.pages()[0]!.getByRole('navigation', { name: '主导航' })).toBeVisible()
  })

  await test.step('of the interface nothing was kept', async () => {
    const kept = await context.pages()[0]!.evaluate(async () => {
      const paths: string[] = []
      for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname)
      return paths
    })
    expect(kept).toContain('/')
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/') && path !== '/theme.js' && path !== '/favicon.svg')).toEqual([])
  })
})

test('a session that ended without a network is asked for before anything is sent, and nobody else sees the visit', async ({ as, desks, noise }) => {
  noise.allow(/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/, / 401$/)
  const admin = await desks('admin')
  const { visits } = await drawn(admin, '会话过期')
  const visit = visits[0]!
  const page = await as('inspector', phone)
  const context = page.context()
  await takenAlong(page, visit.id)

  await context.setOffline(true)
  await ended(context)
  await page.reload()
  await item(page, /夏季制冷/).getByRole('button', { name: '不适用' }).tap()
  await expect(page.getByText('（1 项待发送）')).toBeVisible()

  await test.step('put off, it waits', async () => {
    await context.setOffline(false)
    const dialog = page.getByRole('dialog', { name: '登录已过期' })
    await dialog.getByRole('button', { name: '稍后再登录' }).tap()
    await expect(page.getByText('登录已过期，1 项存在本机')).toBeVisible()
  })

  await test.step('signed in, it goes out', async () => {
    await page.getByRole('button', { name: '登录', exact: true }).tap()
    const dialog = page.getByRole('dialog', { name: '登录已过期' })
    await dialog.getByLabel('密码').fill('yiti-demo')
    await dialog.getByRole('button', { name: '登录', exact: true }).tap()
    await expect(page.getByText('都已发送')).toBeVisible()
  })

  await test.step('who signs in next at this phone does not see it, and without a network nobody does', async () => {
    await page.getByRole('button', { name: '我的账号' }).tap()
    await page.getByRole('button', { name: '退出登录' }).tap()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.getByLabel('账号').fill('admin')
    await page.getByLabel('密码').fill('yiti-demo')
    await page.getByRole('button', { name: '登录', exact: true }).tap()
    await expect(page).toHaveURL(/\/$/)
    await page.goto('/visits')
    await settled(page)
    await expect(page.getByRole('link', { name: /会话过期/ })).toHaveCount(0)
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('按上次登录的')).toBeVisible()
    await expect(page.getByRole('link', { name: /会话过期/ })).toHaveCount(0)
    await page.getByRole('button', { name: '退出登录' }).tap()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/visits')
    await expect(page.getByText('按上次登录的')).toHaveCount(0)
    await expect(page.getByRole('link', { name: /会话过期/ })).toHaveCount(0)
  })
})

test('a visit is given away, and who has it now makes it', async ({ as, desks }) => {
  const admin = await desks('admin')
  const { item: campaign, visits } = await drawn(admin, '转交')
  const visit = visits[0]!
  const page = await as('admin')
  await page.goto(`/campaigns/${campaign.id}`)
  await page.getByRole('button', { name: `转交: ${visit.institution.name}` }).click()
  const dialog = page.getByRole('dialog', { name: '转交' })
  await expect(dialog.getByText(`现由${visit.inspector.name}检查`)).toBeVisible()
  await dialog.getByRole('combobox').click()
  const others = page.getByRole('option')
  await expect(others.first()).toBeVisible()
  expect(await others.allTextContents()).not.toContain(visit.inspector.name)
  const me = (await admin.get<{ name: string }>('identity/session')).name
  await page.getByRole('option', { name: me }).click()
  await dialog.getByRole('button', { name: '转交' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name: new RegExp(`${visit.institution.name}.*${me}`) })).toBeVisible()

  const before = await as('inspector', phone)
  await before.goto('/visits')
  await settled(before)
  await expect(before.getByRole('link', { name: /转交/ })).toHaveCount(0)
  await page.goto('/visits')
  await page.getByRole('link', { name: /转交/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(visit.institution.name)
})
