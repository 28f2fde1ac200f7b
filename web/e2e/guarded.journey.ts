import { readFile } from 'node:fs/promises'
import { expect, test } from './ground'
import { fresh } from './planting'
import type { Cells, Page as Rows } from './desk'

test('a telephone is shown to an inspector for a reason, and the audit log keeps it', async ({ as, desks }) => {
  const desk = await desks('admin')
  const { institutionCode } = (await desk.get<Rows<Cells>>('organization/people', { limit: 1 })).items[0]!
  const { id } = await desk.post<{ id: string }>('organization/people', { code: fresh('G'), name: '诸葛明', institutionCode, rank: '局(处)级以下', phone: '13812345678' })
  const page = await as('inspector')
  await page.goto(`/objects/person/${id}`)
  const facts = page.locator('#facts')
  await expect(facts).toContainText('138****5678')
  await expect(facts).not.toContainText('诸葛明')

  await test.step('for a purpose and a reason', async () => {
    await facts.getByRole('button', { name: '查看电话原文' }).click()
    const dialog = page.getByRole('dialog', { name: '查看原文：电话' })
    await expect(dialog.getByRole('button', { name: '查看并记录' })).toBeDisabled()
    await dialog.getByLabel('用途').click({ force: true })
    await page.getByRole('option', { name: '工作联络' }).click()
    await dialog.getByLabel('理由').fill('通知整改期限')
    await dialog.getByRole('button', { name: '查看并记录' }).click()
    await expect(facts).toContainText('13812345678')
  })

  await test.step('and gone with the page', async () => {
    await page.reload()
    await expect(facts).toContainText('138****5678')
    await expect(facts).not.toContainText('13812345678')
    const { items } = await (await desks('auditor')).get<Rows<{ action: string; object: string; actor: string }>>('safeguard/audit/entries', { action: 'data.revealed', limit: 1 })
    expect(items[0]).toMatchObject({ actor: 'account/inspector', object: `organization.person/${id}` })
  })
})

test('what is masked in a file is asked for, agreed to by another, and taken once', async ({ as }) => {
  const asking = await as('admin')
  await asking.goto('/ledgers/fleet/drivers')
  await asking.getByRole('button', { name: '导出' }).click()
  await asking.getByText('申请导出原文').click()
  const dialog = asking.getByRole('dialog', { name: /申请导出原文/ })
  const reason = fresh('核对名册')
  await dialog.getByLabel('用途').click({ force: true })
  await asking.getByRole('option', { name: '办理本人业务' }).click()
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await expect(dialog).toBeHidden()

  const agreeing = await as('inspector')
  await agreeing.goto('/exports')
  await agreeing.getByRole('listitem').filter({ hasText: reason }).getByRole('button', { name: '同意', exact: true }).click()
  await expect(agreeing.getByRole('listitem').filter({ hasText: reason })).toContainText('已同意')

  await asking.goto('/exports')
  const request = asking.getByRole('listitem').filter({ hasText: reason })
  const [file] = await Promise.all([asking.waitForEvent('download'), request.getByRole('button', { name: '领取文件' }).click()])
  expect(file.suggestedFilename()).toMatch(/^驾驶员-.*\.xlsx$/)
  const bytes = await readFile(await file.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.length).toBeGreaterThan(2000)
  await expect(request).toContainText('已领取')
  await expect(request.getByRole('button')).toHaveCount(0)
})
