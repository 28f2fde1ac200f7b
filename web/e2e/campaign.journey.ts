import { phone } from './camera'
import { photograph, planned } from './campaigns'
import { expect, test } from './ground'
import { settled } from './screens'

test('a campaign is drawn, visited on a phone without a network, and reported', async ({ as, desks, noise }) => {
  noise.allow(/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/)
  const admin = await desks('admin')
  const id = await planned(admin, '冬季温度抽查')

  const planning = await as('inspector')
  await planning.goto(`/campaigns/${id}`)
  await planning.getByRole('button', { name: '抽取' }).click()
  const dialog = planning.getByRole('dialog', { name: '抽取' })
  await dialog.getByLabel('种子').fill('旅程')
  await dialog.getByRole('button', { name: '抽取' }).click()
  await expect(planning.getByText('第 1 次')).toBeVisible()
  await planning.getByText('名单和权重').click()
  await expect(planning.getByRole('row').filter({ hasText: '✓' })).toHaveCount(1)

  const page = await as('inspector', phone)
  await page.goto('/visits')
  await settled(page)
  await page.getByRole('link', { name: /冬季温度抽查/ }).tap()
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}$/)
  await settled(page)
  const item = (title: RegExp) => page.getByRole('region', { name: title })

  await test.step('without a network nothing is lost', async () => {
    await page.context().setOffline(true)
    await item(/夏季制冷/).getByRole('button', { name: '不适用' }).tap()
    await item(/冬季供暖/).getByRole('spinbutton').fill('23.5')
    await item(/冬季供暖/).getByRole('spinbutton').blur()
    await expect(item(/冬季供暖/).getByText('请拍照')).toBeVisible()
    await item(/冬季供暖/).locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, '23.5') })
    await expect(item(/冬季供暖/).getByRole('img')).toBeVisible()
    for (const title of [/无人的房间/, /外部泛光/, /网络机房/, /专人统计/, /节水器具/]) await item(title).getByRole('button', { name: '通过', exact: true }).tap()
    await page.getByRole('button', { name: '完成检查' }).tap()
    await expect(page.getByText('没有网络，已存在本机')).toBeVisible()
    await expect(page.getByRole('button', { name: '有网络时完成' })).toBeVisible()
  })

  await test.step('with one it is sent, once, and finished', async () => {
    await page.context().setOffline(false)
    const send = page.getByRole('button', { name: '立即发送' })
    if (await send.isVisible().catch(() => false)) await send.tap().catch(() => undefined)
    await expect
      .poll(async () => (await admin.get<{ item: { done: number; failed: number } }>(`supervision/campaigns/${id}`)).item, { timeout: 40_000 })
      .toMatchObject({ done: 1, failed: 1 })
  })

  await test.step('what failed is a finding with its photograph', async () => {
    await planning.reload()
    await planning.getByRole('link', { name: /已检查/ }).click()
    await expect(planning.getByRole('img', { name: /照片/ })).toBeVisible()
    await expect
      .poll(async () => {
        await planning.reload()
        await settled(planning)
        return planning.getByRole('link', { name: /^问题 F/ }).count()
      }, { timeout: 40_000 })
      .toBe(1)
    await planning.getByRole('link', { name: /^问题 F/ }).click()
    await expect(planning.getByRole('heading', { level: 1 })).toContainText('巡检')
  })

  await test.step('the campaign is closed and its report is as it was sealed', async () => {
    await planning.goto(`/campaigns/${id}`)
    await planning.getByRole('button', { name: '结束巡检' }).click()
    const closing = planning.getByRole('dialog', { name: '结束巡检' })
    await closing.getByLabel('结论').fill('一家未达标')
    await closing.getByRole('button', { name: '结束巡检' }).click()
    await planning.getByRole('button', { name: '报告' }).click()
    await expect(planning.getByText('与封存的一致')).toBeVisible()
    const [download] = await Promise.all([planning.waitForEvent('download'), planning.getByRole('button', { name: '导出 Excel' }).click()])
    expect(download.suggestedFilename()).toContain('巡检报告')
  })
})
