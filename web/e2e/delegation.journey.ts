import type { Page as Rows } from './desk'
import { expect, test } from './ground'
import { enter, fresh, plantOffice } from './planting'

test('somebody stands in for a colleague, says so with every act, and gives it back', async ({ as, desks, noise }) => {
  noise.allow(/GET \/api\/identity\/session 401/, /delegations 404/)
  const { institution } = await (await desks('officer')).get<{ institution: { id: string; name: string } }>('identity/session')
  const { room } = await plantOffice(await desks('admin'), institution.id)
  const reason = fresh('年休假')
  // What one works for belongs to the session: other journeys use the ones that are open already.
  const owner = await as(null)
  const stand = await as(null)

  await test.step('the owner names somebody, until a day, for a reason', async () => {
    // Somebody of the whole bureau: only those can be named whom one sees, and this one sees the unit of whoever stands in.
    await enter(owner, '王管理')
    await owner.goto('/rights')
    const form = owner.getByRole('region', { name: '请人代班' })
    await form.getByLabel('代班人的账号').fill('nobody.here')
    await form.getByLabel('代班至').fill(new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('sv'))
    await owner.keyboard.press('Enter')
    await form.getByLabel('说明').fill(reason)
    await form.getByRole('button', { name: '委托' }).click()
    await expect(form.getByRole('alert')).toBeVisible()
    await form.getByLabel('代班人的账号').fill('county')
    await form.getByRole('button', { name: '委托' }).click()
    await expect(owner.getByRole('region', { name: '我委托出去的' })).toContainText(reason)
  })

  await test.step('who stands in sees the unit only while standing in', async () => {
    await enter(stand, '赵县办')
    noise.allow(new RegExp(`GET /api/objects/room/${room}\\b.* 404`))
    await stand.goto(`/objects/room/${room}`)
    await expect(stand.getByText('没有找到')).toBeVisible()
    await stand.goto('/rights')
    await stand.getByLabel('当前工作事由').click({ force: true })
    await stand.getByRole('option', { name: '代 admin' }).click()
    await expect(stand.getByText('当前工作事由')).toBeVisible()
    await stand.goto(`/objects/room/${room}`)
    await expect(stand.getByRole('heading', { level: 1 })).toBeVisible()
  })

  await test.step('and the audit log says for whom', async () => {
    await stand.getByRole('button', { name: '修改' }).click()
    await stand.getByRole('dialog', { name: /修改房间/ }).getByLabel(/^立项或标准依据/).fill(reason)
    await stand.getByRole('dialog', { name: /修改房间/ }).getByRole('button', { name: '保存' }).click()
    await expect(stand.getByText(/已保存/)).toBeVisible()
    const auditor = await desks('auditor')
    const { items } = await auditor.get<Rows<{ seq: number; actor: string }>>('safeguard/audit/entries', { q: room, action: 'ledger.changed', limit: 1 })
    expect(items[0]!.actor).toBe('account/county')
    const { opened } = await auditor.get<{ opened: { field: string; value: string }[] }>(`safeguard/audit/entries/${items[0]!.seq}`)
    expect(opened.find((one) => one.field === 'onBehalfOf')?.value).toBe('admin')
  })

  await test.step('given back, it is over', async () => {
    await stand.goto('/rights')
    await stand.locator('.line', { hasText: reason }).getByRole('button', { name: '退回' }).click()
    await stand.getByRole('dialog', { name: /退回代王管理的权限/ }).getByRole('button', { name: '退回' }).click()
    await expect(stand.locator('.line', { hasText: reason })).toContainText('已失效')
    await stand.goto(`/objects/room/${room}`)
    await expect(stand.getByText('没有找到')).toBeVisible()
  })
})
