import { expect, test } from './ground'
import type { Cells, Page } from './desk'
import type { Finding } from './planting'

test('the stack plan of a building marks rooms over their limit and leads into them', async ({ as, desks }) => {
  const desk = await desks('admin')
  const over = (await desk.get<Page<Finding>>('supervision/findings', { rule: 'premises.office-area', state: 'OPEN', limit: 1 })).items[0]!
  const room = await desk.get<{ row: Cells }>(`objects/room/${over.subject.id}`)
  const page = await as('inspector')
  await page.goto(`/objects/building/${room.row.buildingId}`)

  await test.step('the building page says how many rooms are over, and how far', async () => {
    await expect(page.getByRole('heading', { level: 3, name: /间超标，共超 [\d.,]+ m²/ })).toBeVisible()
  })

  await test.step('coloured by limits, the room over its limit is told apart by more than colour', async () => {
    await page.getByRole('link', { name: '全屏查看' }).click()
    await page.getByRole('radiogroup', { name: '按什么着色' }).getByText('超标').click()
    await expect(page).toHaveURL(/by=over/)
    const one = page.locator(`[data-room="${over.subject.id}"]`)
    await expect(one).toHaveClass(/look-(danger|warn)/)
    await expect(one).toHaveAttribute('aria-label', /超出 [\d.]+ m²/)
  })

  await test.step('the legend filters', async () => {
    await page.getByRole('list', { name: '图例，点击可筛选' }).getByRole('button', { name: /未超标/ }).click()
    await expect(page.locator(`[data-room="${over.subject.id}"]`)).toHaveClass(/off/)
    await page.getByRole('button', { name: '清除筛选' }).click()
  })

  await test.step('arrow keys go from room to room, Enter opens one', async () => {
    const drawing = page.getByRole('group', { name: /的堆叠图/ })
    await drawing.locator('a[tabindex="0"]').focus()
    const start = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.room)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const reached = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.room)
    expect(reached).toBeTruthy()
    expect(reached).not.toBe(start)
    await expect(page.getByRole('tooltip')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`/objects/room/${reached}`)
  })

  await test.step('a click opens the room', async () => {
    await page.goBack()
    await page.locator(`[data-room="${over.subject.id}"]`).click()
    await expect(page).toHaveURL(`/objects/room/${over.subject.id}`)
    await expect(page.locator('#findings')).toContainText('办公室使用面积超标')
  })
})
