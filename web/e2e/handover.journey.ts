import { Desk } from './desk'
import { expect, test } from './ground'
import { enter, fresh, plantOffice } from './planting'

test('who leaves loses everything at once, and what was unfinished goes to a successor', async ({ as, desks, noise, baseURL }) => {
  noise.allow(/GET \/api\/identity\/session 401/)
  const name = fresh('离')
  const account = `l${Date.now().toString(36)}`
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const first = await plantOffice(await desks('admin'), institution.id)
  const second = await plantOffice(await desks('admin'), institution.id)

  await test.step('a colleague is in charge of two findings', async () => {
    // Grave acts want a session that has just begun.
    const keeper = await Desk.of('sysadmin', baseURL!)
    const granting = await Desk.of('secadmin', baseURL!)
    const { id } = await keeper.post<{ id: number }>('identity/accounts', { account, name, role: 'INSPECTOR', personId: null, institutionId: institution.id, everything: true })
    await granting.post('identity/grants', { accountId: id, role: 'INSPECTOR', permission: null, institutionId: null, purpose: 'DAILY', reason: null, endsAt: null })
    for (const { finding } of [first, second]) await (await desks('admin')).post(`supervision/findings/${finding.id}/steps`, { step: 'ASSIGN', version: finding.version, assignee: account })
    await keeper.leave()
    await granting.leave()
  })

  await test.step('the system administrator marks them as gone', async () => {
    const admin = await as(null)
    await enter(admin, '钱系统')
    const row = admin.getByRole('row', { name: new RegExp(name) })
    await row.getByRole('button', { name: `对${name}的操作` }).click()
    await admin.getByRole('button', { name: '标记离岗' }).click()
    const dialog = admin.getByRole('dialog', { name: `标记离岗：${name}` })
    await expect(dialog).toContainText('不能恢复')
    await expect(dialog.getByRole('button', { name: '确认离岗' })).toBeDisabled()
    await dialog.getByLabel('原因').fill('调出')
    await dialog.getByRole('button', { name: '确认离岗' }).click()
    await expect(row).toContainText('已停用')
  })

  await test.step('whoever verifies gives one of them to a successor', async () => {
    const inspector = await as(null)
    await enter(inspector, '李督查')
    await inspector.goto('/handover')
    const pile = inspector.getByRole('region', { name: `${name}留下的` })
    await expect(pile).toContainText(first.finding.number)
    await pile.locator('.line', { hasText: second.finding.number }).locator('.el-checkbox').click()
    noise.allow(/successor 422/)
    await pile.getByLabel('接手人的账号').fill('nobody.here')
    await pile.getByRole('button', { name: '指定给选中的 1 项' }).click()
    await expect(pile.getByRole('alert')).toBeVisible()
    await pile.getByLabel('接手人的账号').fill('inspector')
    await pile.getByRole('button', { name: '指定给选中的 1 项' }).click()
    await expect(pile.locator('.line', { hasText: first.finding.number })).toContainText('已交李督查')
    await expect(pile.locator('.line', { hasText: second.finding.number })).not.toContainText('已交')
    await pile.getByRole('link', { name: new RegExp(first.finding.number) }).click()
    await expect(inspector.getByRole('complementary').or(inspector.getByRole('main')).first()).toContainText('李督查')
  })
})
