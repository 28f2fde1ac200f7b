import type { Locator, Page } from '@playwright/test'
import { expect, test } from './ground'
import type { Page as Rows } from './desk'
import type { Finding } from './planting'

const span = (page: Page) => {
  const { searchParams } = new URL(page.url())
  return [searchParams.get('from'), searchParams.get('to')]
}
const days = (page: Page) => {
  const [from, to] = span(page)
  return (Date.parse(to!) - Date.parse(from!)) / 86_400_000 + 1
}

async function drag(page: Page, chart: Locator, from: number, to: number) {
  const box = (await chart.boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 })
  await page.mouse.up()
}

test('from a finding on a night load to the hours that prove it, and back to the year', async ({ as, desks }) => {
  const desk = await desks('admin')
  const night = (await desk.get<Rows<Finding & { episode: string }>>('supervision/findings', { rule: 'energy.night-load', state: 'OPEN', limit: 1 })).items[0]!
  const page = await as('inspector')

  await test.step('the finding shows its month hour by hour', async () => {
    await page.goto(`/findings/${night.id}`)
    await expect(page.getByRole('heading', { level: 3, name: /^夜间（23–6 时）平均负荷为全天平均的 \d+.?%；\d+ 个工作日的夜间高于 80/ })).toBeVisible()
  })

  await test.step('its month opens among the curves, every hour of it', async () => {
    await page.getByRole('link', { name: '在曲线里看这个月' }).click()
    await expect(page).toHaveURL(new RegExp(`/energy/meters/${night.subject.id}/curves\\?from=${night.episode}-01&to=${night.episode}-\\d\\d&step=hour`))
    await expect(page.getByRole('heading', { level: 1, name: night.subject.title })).toBeVisible()
  })

  const curve = page.getByRole('group', { name: /的用能曲线/ })
  await test.step('the month stands above the limit, and leads back to the finding', async () => {
    await expect(page.getByRole('img', { name: new RegExp(`个月的夜间负荷高于全天平均的 80.*${night.episode}.*上限 80`) })).toBeVisible()
    await expect(page.getByRole('link', { name: new RegExp(night.episode) }).first()).toHaveAttribute('href', `/findings/${night.id}`)
  })

  await test.step('keys move and zoom, and the address follows', async () => {
    const month = days(page)
    await curve.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => span(page)[0]! < `${night.episode}-01`).toBe(true)
    expect(days(page)).toBe(month)
    await page.keyboard.press('+')
    await expect.poll(() => days(page)).toBe(Math.round(month / 2))
    await page.keyboard.press('0')
    await expect.poll(() => span(page)).toEqual([null, null])
  })

  await test.step('dragging zooms in, Back undoes it', async () => {
    await drag(page, curve.getByRole('img'), 0.4, 0.6)
    await expect.poll(() => span(page)[0]).toBeTruthy()
    expect(days(page)).toBeGreaterThan(40)
    expect(days(page)).toBeLessThan(120)
    await page.goBack()
    await expect.poll(() => span(page)).toEqual([null, null])
  })

  await test.step('every picture is a table too', async () => {
    const figure = page.getByRole('figure').filter({ hasText: '个月的夜间负荷' })
    await figure.hover()
    await figure.getByRole('button', { name: '看表格' }).click()
    await expect(figure.getByRole('row', { name: new RegExp(`^${night.episode}`) })).toBeVisible()
  })

  await test.step('the parts explain the whole, and each has curves of its own', async () => {
    await expect(page.getByRole('heading', { level: 3, name: /最多，占 \d+.*未分项计量/ })).toBeVisible()
    await page.getByRole('link', { name: /空调分项电表$/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /空调分项电表$/ })).toBeVisible()
    await expect(page.getByRole('link', { name: `上级表：${night.subject.title}` })).toBeVisible()
  })
})

test('the ledger of meters leads to curves in one step, and a meter without readings says what would fill them', async ({ as, desks }) => {
  const desk = await desks('admin')
  const like = (await desk.get<Rows<Record<string, string>>>('energy/meters', { limit: 1 })).items[0]!
  const code = `DRY-${Date.now().toString(36)}`
  const { id } = await desk.post<{ id: string }>('energy/meters', { code, name: '尚未接入的电表', institutionCode: like.institutionCode, energyKind: 'ELECTRICITY', level: 'HOUSEHOLD' })
  const page = await as('admin')
  await page.goto(`/ledgers/energy/meters?q=${code}`)
  await page.getByRole('link', { name: '尚未接入的电表: 用能曲线' }).click()
  await expect(page).toHaveURL(`/energy/meters/${id}/curves`)
  await expect(page.getByRole('heading', { level: 3, name: '这块表还没有逐时读数' })).toBeVisible()
  await page.getByRole('button', { name: '导入逐时用量' }).click()
  await expect(page).toHaveURL('/imports/new')
})
