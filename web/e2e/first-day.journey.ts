import { expect, test } from './ground'

test('a room is mended on the first day, its finding closes by itself, and both keep what happened', async ({ as, noise }) => {
  // Nobody is signed in yet, and the console asks.
  noise.allow(/GET \/api\/identity\/session 401/)
  const page = await as(null)
  await page.goto('/')

  await test.step('sign in as the administrator by one click', async () => {
    await page.getByRole('button', { name: /王管理/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL('/')
  })

  await test.step('the cockpit says what is held and leads to what breaches', async () => {
    await expect(page.getByRole('link', { name: /^房间\s*[\d,]+/ })).toBeVisible()
    await page.getByRole('link', { name: /^办公室使用面积超标\s*\d+$/ }).click()
    await expect(page).toHaveURL(/\/findings\?.*rule=premises\.office-area/)
  })

  const link = page.getByRole('row').getByRole('link', { name: '办公室使用面积超标' }).last()
  await link.click()

  const limit = await test.step('the finding shows clause, limit, excess and evidence', async () => {
    await expect(page.getByText('党政机关办公用房建设标准').first()).toBeVisible()
    await expect(page.getByRole('blockquote')).toContainText('办公室使用面积按机关层级和职级核定')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/使用面积 [\d.]+\sm².*超出 [\d.]+\sm²/)
    await expect(page.getByRole('img', { name: /实际 .* m²，限值 .* m²，超出 .* m²/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: '适用的标准' })).toBeVisible()
    const evidence = page.locator('section').filter({ has: page.getByRole('heading', { name: '证据' }) })
    await expect(evidence.getByRole('columnheader', { name: '职级' })).toBeVisible()
    await expect(evidence.getByRole('row')).not.toHaveCount(1)
    return Number(/限值 ([\d.]+)/.exec((await page.getByRole('img', { name: /限值/ }).getAttribute('aria-label'))!)![1])
  })
  const finding = page.url()
  const number = (await page.getByText(/^F\d{4}-\d+$/).first().textContent())!

  await page.getByRole('article').locator('.about').getByRole('link').first().click()
  const room = await page.getByRole('heading', { level: 1 }).textContent()

  const before = await test.step('the room is measured anew', async () => {
    await page.getByRole('button', { name: '修改' }).click()
    const area = page.getByRole('dialog').getByLabel(/^使用面积/)
    const was = await area.inputValue()
    await area.fill(String(limit))
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(/已保存/)).toBeVisible()
    return was
  })

  await test.step('its life line says who changed what from what to what', async () => {
    const newest = page.locator('#lifeline').getByRole('listitem').filter({ hasText: '使用面积', has: page.locator('del') }).first()
    await expect(newest).toContainText('王管理')
    // A day of the same entry may hold the digits of an area: only the line of the area is read.
    const area = newest.getByRole('listitem').filter({ hasText: /^\s*使用面积/ })
    await expect(area.locator('del')).toHaveText(Number(before).toFixed(2))
    await expect(area.locator('ins')).toHaveText(limit.toFixed(2))
  })

  await test.step('within seconds the finding is closed as mended, with its history', async () => {
    await expect(page.locator('#findings').getByRole('listitem').filter({ hasText: '办公室使用面积超标' })).toContainText('已消除')
    await page.goBack()
    await expect(page).toHaveURL(finding)
    await expect(page.getByRole('list', { name: '处理到哪一步' }).getByText('已消除')).toBeVisible()
    const history = page.locator('section').filter({ has: page.getByRole('heading', { name: '处理经过' }) })
    await expect(history).toContainText('已不再违反，自行消除')
    await expect(history).toContainText('发现')
    await expect(page.getByText(room!).first()).toBeVisible()
    await expect(page.getByText(number).first()).toBeVisible()
  })
})
