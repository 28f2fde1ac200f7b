import type { Page } from '@playwright/test'
import { expect, test } from './ground'
import { plantOffice } from './planting'

interface Board { figures: { metric: { id: string }; value: number; of: number | null }[]; units: { institution: { id: string; name: string }; open: number }[]; rules: { id: string; open: number }[] }

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a head sees what is worst, late and better, and every figure is the list it opens', async ({ as, desks }) => {
  const board = await (await desks('inspector')).get<Board>('supervision/board')
  const late = board.figures.find((one) => one.metric.id === 'mending.overdue-share')!
  const page = await as('inspector')
  await page.goto('/board')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('督查看板')

  await test.step('the worst unit opens its findings, as many as it says', async () => {
    const worst = board.units[0]!
    const row = page.getByRole('row').filter({ hasText: worst.institution.name }).first()
    await row.getByRole('link', { name: String(worst.open), exact: true }).first().click()
    await expect(page).toHaveURL(/own=true/)
    const asked = Object.fromEntries(new URL(page.url()).searchParams)
    const { total } = await (await desks('inspector')).get<{ total: number }>('supervision/findings', { institution: asked.institution!, own: 'true', state: 'OPEN', limit: 1 })
    expect(total).toBeGreaterThanOrEqual(worst.open)
    await page.goBack()
  })

  await test.step('what is late opens what is late', async () => {
    await page.getByRole('definition').filter({ hasText: `逾期 ${late.value} 件` }).first().getByRole('link').click()
    await expect(page).toHaveURL(/overdue=true/)
    await page.goBack()
  })

  await test.step('a month opens what was found in it', async () => {
    await page.getByRole('link', { name: /新发现 \d+ 件/ }).last().click()
    await expect(page).toHaveURL(/firstSeen\.from=/)
  })
})

test('the board is cut to a part of the tree, stands on a phone in English, and prints without the console around it', async ({ as, desks }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string; name: string } }>('identity/session')
  const own = await as('officer', { viewport: { width: 390, height: 844 }, english: true })
  await own.goto('/board')
  await expect(own.getByRole('heading', { level: 1 })).toContainText('Supervision board')
  expect(await fits(own)).toBe(0)
  const told = await (await desks('officer')).get<Board>('supervision/board')
  const whole = await (await desks('inspector')).get<Board>('supervision/board', { institution: institution.id })
  expect(told.figures).toEqual(whole.figures)

  const page = await as('inspector')
  await page.goto('/board')
  await expect(page.getByRole('table').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.getByRole('table').first()).toBeVisible()
})

test('a unit sees what it has to mend, why, how, by when and whom to ask', async ({ as, desks }) => {
  const page = await as('officer')
  await page.goto('/to-mend')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('要整改什么')
  const first = page.getByRole('listitem').filter({ hasText: '怎么改' }).first()
  await expect(first).toContainText('依据')
  await expect(first.getByRole('link').first()).toHaveAttribute('href', /\/findings\//)
  await expect(page.getByText('有疑问，请联系')).toContainText('李督查')
  await expect(page.getByRole('heading', { name: '要交的说明和整改报告' })).toBeVisible()
  const { items } = await (await desks('officer')).get<{ items: { number: string }[] }>('supervision/cases', { view: 'owed' })
  expect(items.length).toBeGreaterThan(0)
  await page.getByRole('link', { name: items[0]!.number }).first().click()
  await expect(page).toHaveURL(/\/cases\//)
  await page.goBack()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fits(page)).toBe(0)
})

test('the bell tells what waits until it is seen, and leads there', async ({ as, desks }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)
  const inspector = await desks('inspector')
  const { id } = await inspector.post<{ id: string }>('supervision/cases', { findings: [finding.id] })
  await inspector.post(`supervision/cases/${id}/steps`, { step: 'ASK_EXPLANATION', note: '请说明', version: 1 })
  const page = await as('officer')
  await page.goto('/')
  const bell = page.getByRole('button', { name: /^提醒/ })
  await expect(bell).toHaveAccessibleName(/[1-9]\d* 条未读/)
  await bell.click()
  const owed = page.getByRole('link').filter({ hasText: '要答复的案件' }).first()
  await expect(owed).toContainText('未读')
  await owed.click()
  await expect(page).toHaveURL(/\/cases\//)
  await bell.click()
  await expect(page.getByRole('heading', { name: '提醒', exact: true })).toBeVisible()
  // what others brought meanwhile is unread too; if nobody did, there is nothing to press
  const all = page.getByRole('button', { name: '全部标为已读' })
  await expect(async () => {
    if (await all.isVisible()) await all.click()
    await expect(bell).toHaveAccessibleName(/，0 条未读/, { timeout: 1000 })
  }).toPass()
  await page.getByRole('link', { name: '提醒订阅' }).click()
  await expect(page.getByText('系统没有配置邮件服务器')).toBeVisible()
  await expect(page.getByRole('button', { name: '新增订阅' })).toBeDisabled()
})
