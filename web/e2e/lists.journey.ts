import { readFile } from 'node:fs/promises'
import { expect, test } from './ground'

const total = async (text: string | null) => Number(/([\d,]+)/.exec(text ?? '')![1]!.replaceAll(',', ''))

test('a list keeps its filters and order in the address, and exports what it shows', async ({ as }) => {
  const page = await as('admin')
  const count = page.getByText(/^共 [\d,]+ 条$/)
  const cells = (column: number) => page.locator('tbody tr').locator(`td:nth-child(${column})`)
  await page.goto('/ledgers/premises/rooms')
  await expect(count).toBeVisible()
  const all = await total(await count.textContent())

  await test.step('a chip narrows the list and stands in the address', async () => {
    await page.getByRole('button', { name: '用途', exact: true }).click()
    await page.locator('label').filter({ hasText: '服务用房' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await expect(page).toHaveURL(/use=SERVICE/)
    await expect.poll(async () => total(await count.textContent())).toBeLessThan(all)
    await expect(page.getByRole('button', { name: '用途 服务用房', exact: true })).toBeVisible()
  })

  await test.step('a second one, by figures', async () => {
    await page.getByRole('button', { name: '更多筛选' }).or(page.getByRole('button', { name: '使用面积', exact: true })).first().click()
    const editor = page.getByLabel('不少于')
    if (!(await editor.isVisible())) await page.getByRole('button', { name: /^使用面积/ }).last().click()
    await editor.fill('30')
    await page.getByRole('button', { name: '确定' }).click()
    await expect(page).toHaveURL(/usableArea\.from=30/)
  })

  await test.step('order', async () => {
    await expect(page.getByRole('columnheader', { name: '房间号' })).toHaveAttribute('aria-sort', 'ascending')
    await page.getByRole('columnheader', { name: '房间号' }).getByRole('button').click()
    await expect(page).toHaveURL(/sort=-number/)
    await expect(page.getByRole('columnheader', { name: '房间号' })).toHaveAttribute('aria-sort', 'descending')
  })

  const shown = await test.step('reloading changes nothing', async () => {
    await expect(page.locator('table[aria-busy=false]')).toBeVisible()
    const before = { rows: await page.locator('tbody tr').allTextContents(), count: await count.textContent() }
    await page.reload()
    await expect(page.locator('tbody tr').first()).toBeVisible()
    expect(await page.locator('tbody tr').allTextContents()).toEqual(before.rows)
    await expect(count).toHaveText(before.count!)
    for (const use of await cells(4).allTextContents()) expect(use.length).toBeGreaterThan(0)
    return before
  })

  await test.step('an object opened from it leads back to the same list', async () => {
    await page.locator('tbody tr').nth(3).getByRole('link').first().click()
    await expect(page).toHaveURL(/\/objects\/room\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/use=SERVICE.*usableArea\.from=30.*sort=-number/)
    await expect(page.locator('tbody tr').nth(3)).toHaveText(shown.rows[3]!)
  })

  await test.step('the export holds what is filtered, in that order', async () => {
    await page.getByRole('button', { name: '导出' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '导出当前结果（CSV）' }).click()])
    const [head, ...rows] = (await readFile(await file.path(), 'utf8')).replace('\ufeff', '').trim().split(/\r?\n/)
    expect(rows).toHaveLength(await total(shown.count))
    const at = (name: string) => head!.split(',').findIndex((one) => one.startsWith(name))
    for (const row of rows) {
      expect(row.split(',')[at('用途')]).toBe('服务用房')
      expect(Number(row.split(',')[at('使用面积')])).toBeGreaterThanOrEqual(30)
    }
    expect(shown.rows[0]).toContain(rows[0]!.split(',')[at('房间号')]!)
  })

  await test.step('back undoes the last choice', async () => {
    await page.goBack()
    await expect(page).toHaveURL(/usableArea\.from=30(?!.*sort=-number)/)
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(async () => total(await count.textContent())).toBe(all)
  })
})

test('the keyboard moves through a list, picks and opens', async ({ as }) => {
  const page = await as('inspector')
  await page.goto('/ledgers/fleet/vehicles')
  await expect(page.locator('tbody tr').nth(2)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: '已选 1 条' })).toBeVisible()
  await page.keyboard.press('Escape')
  const plate = await page.locator('tbody tr').nth(1).getByRole('link').first().textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(plate!.trim())
})
