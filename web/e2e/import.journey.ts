import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { csv, mend } from './sheets'

const head = ['号牌号码', '单位编码', '车辆类型', '车型', '能源类型', '品牌型号', '排气量(L)', '购置价格(元)', '购置日期', '注册登记日期', '登记所有人', '取得方式', '标识化', '状态', '经办备注']
const car = (plate: string, price: string, registered: string, type = '其他按规定配备的公务用车') =>
  [plate, '980100021', type, '轿车', '汽油', '明途 L7 1.5T', '1.5', price, '2023-05-10', registered, '示范市财政局', '采购', '已标识', '在用', '手工台账']

async function send(page: Page, name: string, mimeType: string, buffer: Buffer) {
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
}

async function undo(page: Page) {
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByRole('heading', { name: '这次导入已撤销' })).toBeVisible()
}

test('a ledger with errors is checked, repaired, written, judged and taken back', async ({ as }) => {
  const plate = (n: number) => `宁K${(Date.now() + n).toString().slice(-5)}`
  const [sound, dear, late] = [plate(0), plate(1), plate(2)] as [string, string, string]
  const page = await as('admin')
  const found = page.getByRole('row').filter({ hasText: dear })

  await test.step('the dry run locates every problem and changes nothing', async () => {
    await send(page, '车辆台账.csv', 'text/csv', csv([head, car(sound, '139700', '2023-05-20'), car(dear, '二十六万', '2023-05-20', '太空车'), car(late, '128000', '2023-13-40')]))
    await expect(page.getByRole('heading', { name: '有 2 行有问题，其余可以写入' })).toBeVisible()
    const problems = page.locator('section').filter({ has: page.getByRole('heading', { name: '有问题的地方' }) })
    await expect(problems.getByRole('row').filter({ hasText: '二十六万' })).toContainText(/第 3 行购置价格/)
    await expect(problems.getByRole('row').filter({ hasText: '太空车' })).toContainText('执法执勤用车')
    await expect(problems.getByRole('row').filter({ hasText: '2023-13-40' })).toContainText(/第 4 行注册登记日期/)
    await expect(page.getByText(/没有对应的列，不导入：.*经办备注/)).toBeVisible()
  })
  const first = page.url()

  const repaired = await test.step('the repair workbook holds the bad rows, and is mended as a clerk would', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载修改工作簿' }).click()])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    return mend(await readFile(await file.path()), { 二十六万: '260000', 太空车: '其他按规定配备的公务用车', '2023-13-40': '2023-05-22' })
  })

  await test.step('the sound row is written first', async () => {
    await page.getByRole('button', { name: '只写入没有问题的 1 行' }).click()
    await expect(page.getByRole('heading', { name: '已写入：新增 1 行，修改 0 行' })).toBeVisible()
  })

  await test.step('the repaired rows follow', async () => {
    await send(page, '修改工作簿.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.from(repaired))
    await expect(page.getByRole('heading', { name: '没有发现问题，可以写入' })).toBeVisible()
    await page.getByRole('button', { name: '写入 2 行' }).click()
    await expect(page.getByRole('heading', { name: '已写入：新增 2 行，修改 0 行' })).toBeVisible()
  })
  const second = page.url()

  await test.step('the rows are in the ledger', async () => {
    for (const one of [sound, dear, late]) {
      await page.goto(`/ledgers/fleet/vehicles?q=${encodeURIComponent(one)}`)
      await expect(page.getByRole('link', { name: one })).toBeVisible()
    }
  })

  await test.step('the car above the cap has become a finding', async () => {
    await page.goto(`/findings?rule=fleet.price-cap&state=OPEN&q=${encodeURIComponent(dear)}`)
    await expect(async () => {
      await page.reload()
      await expect(found).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 40_000 })
    await expect(found).toContainText('公务用车购置价格、排气量超标')
  })

  await test.step('both imports are taken back, rows and finding with them', async () => {
    await page.goto(second)
    await undo(page)
    await page.goto(first)
    await undo(page)
    await page.goto(`/ledgers/fleet/vehicles?q=${encodeURIComponent(dear)}`)
    await expect(page.getByText('没有符合条件的记录')).toBeVisible()
    await page.goto(`/findings?rule=fleet.price-cap&state=OPEN&q=${encodeURIComponent(dear)}`)
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('没有符合条件的问题')).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 40_000 })
  })
})

test('a file that cannot be a ledger is refused in plain words', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles({ name: '旧台账.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') })
  await expect(page.getByRole('alert')).toContainText('旧版 .xls')
  await page.getByRole('button', { name: '换一个文件' }).click()
  await send(page, '台账.xlsx', 'application/zip', Buffer.from('this is no workbook'))
  await expect(page.getByText('台账没有任何改动。')).toBeVisible()
})
