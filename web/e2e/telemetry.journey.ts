import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { drive, noon, plantTerminal, stand, Terminal } from './terminals'

const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
const now = () => Math.floor(Date.now() / 1000)
const [lat, lon] = [30.112, 113.21] as const
const row = (page: Page, phone: string) => page.getByRole('region', { name: '车辆' }).getByRole('button', { name: new RegExp(phone) })

test('a car that drives is seen to, and to stop, while one looks', async ({ as, desks }) => {
  const { phone, id } = await plantTerminal(await desks('admin'))
  const terminal = await Terminal.of(phone)
  await terminal.tell({ at: now(), lat, lon, speed: 42, direction: 45, litres: 30.5 })
  const page = await as('admin')
  await page.goto(`/telemetry/map?q=${phone}`)

  await test.step('it is in the list and, chosen there, told of on the map', async () => {
    await expect(row(page, phone)).toContainText('行驶')
    await row(page, phone).click()
    await expect(page).toHaveURL(new RegExp(`at=${id}`))
    const card = page.getByRole('complementary', { name: phone })
    await expect(card).toContainText('42 km/h · 点火 · 油量 30.5 L')
    await expect(card.getByRole('link', { name: '今天的轨迹' })).toHaveAttribute('href', `/telemetry/terminals/${id}/track`)
  })

  await test.step('what it does next is told without asking', async () => {
    await terminal.tell({ at: now() + 1, lat, lon, speed: 0, ignition: false })
    await expect(row(page, phone)).toContainText('停车')
  })

  await test.step('filters stand in the address', async () => {
    await page.getByRole('button', { name: /^行驶/ }).click()
    await expect(page).toHaveURL(/state=MOVING/)
    await expect(page.getByText('没有符合条件的车辆。')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/at=/)
  })
  terminal.leave()
})

test('a day of a car is replayed, with its stop and its silence', async ({ as, desks }) => {
  const { phone, id } = await plantTerminal(await desks('admin'))
  const terminal = await Terminal.of(phone)
  const morning = noon(yesterday, 8)
  await terminal.tell(...drive(morning, 20, lat, lon), ...stand(morning + 1230, 10, lat, lon + 0.1248), ...drive(morning + 1860, 10, lat, lon + 0.1248), ...drive(noon(yesterday, 15), 15, lat, lon))
  terminal.leave()
  const page = await as('admin')
  await page.goto(`/telemetry/terminals/${id}/track?on=${yesterday}`)

  await expect(page.getByRole('heading', { level: 3, name: /^行驶 27\.0 km，00:4\d；停车 1 次；失联 1 段，共 06:19$/ })).toBeVisible()
  await test.step('its stop is a moment one can go to', async () => {
    await page.getByRole('region', { name: '停车' }).getByRole('button', { name: /08:2\d–08:3\d/ }).click()
    await expect(page).toHaveURL(/t=3\d{4}/)
    await expect(page.getByRole('status').filter({ hasText: '08:2' })).toContainText('熄火')
  })
  await test.step('within its silence there is no place', async () => {
    await page.getByRole('slider', { name: '时刻' }).fill('43200')
    await expect(page.getByText('这一刻没有位置')).toBeVisible()
    await expect(page.getByRole('region', { name: '失联' })).toContainText('08:41–15:00')
  })
  await test.step('keys move it, and every position can be had', async () => {
    await page.locator('h1').click()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(page).toHaveURL(/t=43800/)
    await page.getByRole('button', { name: '全部画出' }).click()
    await expect(page.getByText(/^画出全部 2\d\d 点。/)).toBeVisible()
  })
  await test.step('the day before has nothing, and says so', async () => {
    await page.getByRole('button', { name: '前一天' }).first().click()
    await expect(page.getByRole('heading', { name: /没有位置$/ })).toBeVisible()
  })
})

test('a terminal that was turned away is found among those', async ({ as, desks }) => {
  const desk = await desks('admin')
  const { id, phone } = await plantTerminal(desk)
  await desk.post(`telemetry/terminals`, { phone: `${phone}9`, institutionCode: (await desk.get<{ institutionCode: string }>(`telemetry/terminals/${id}`)).institutionCode, deviceNo: 'OTHER' })
  const stranger = await Terminal.calling(`${phone}9`.slice(-12))
  await stranger.register('')
  stranger.leave()
  const page = await as('admin')
  await page.goto('/telemetry/health')
  await page.getByRole('button', { name: /被拒绝/ }).click()
  await expect(page).toHaveURL(/show=refused/)
  await expect(page.getByRole('row', { name: new RegExp(`${phone}9`) })).toContainText('从未上线')
})

test('who was near is told for a reason, and leads to the track', async ({ as, desks }) => {
  const { phone, id } = await plantTerminal(await desks('admin'))
  const terminal = await Terminal.of(phone)
  // Where no other run has been.
  const north = 31 + (Date.now() % 50_000) / 50_000
  await terminal.tell(...drive(noon(yesterday, 10), 10, north, 113.9))
  terminal.leave()
  const page = await as('admin')
  await page.goto(`/telemetry/nearby?place=${encodeURIComponent(`113.92, ${north}`)}&from=${yesterday}%2009:30&to=${yesterday}%2011:00`)
  await page.getByRole('button', { name: '查询…' }).click()
  const why = page.getByRole('dialog', { name: '为什么查' })
  await why.getByText('请选择').click()
  await page.getByRole('option', { name: '监督检查、审计' }).click()
  await why.getByRole('textbox').fill('核实停车投诉')
  await why.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('heading', { name: /^1 台车到过/ })).toBeVisible()
  await page.getByRole('row', { name: new RegExp(phone) }).getByRole('link', { name: '轨迹回放' }).click()
  await expect(page).toHaveURL(new RegExp(`/telemetry/terminals/${id}/track\\?on=${yesterday}&t=36\\d\\d\\d`))
})
