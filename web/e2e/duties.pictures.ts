import { take } from './camera'
import { Desk, type Cells, type Page as Rows } from './desk'
import { test } from './ground'
import type { Finding } from './planting'

const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString()
const bare = { role: null, permission: null, institutionId: null, reason: null, endsAt: null }

/** What the screens of accounts, grants and protection have to show: people who come, wait, stand in and leave, files asked for. Their acts want sessions that have just begun. */
async function happenings(base: string): Promise<void> {
  const [keeper, granting, admin, inspector, officer] = await Promise.all((['sysadmin', 'secadmin', 'admin', 'inspector', 'officer'] as const).map((who) => Desk.of(who, base)))
  const people = (await keeper!.get<Rows<{ id: string; name: string; institutionId: string }>>('identity/choices/people', { q: '陈', limit: 20 })).items
  const finance = (await officer!.get<{ institution: { id: string } }>('identity/session')).institution.id
  const open = async (account: string, role: string, person: number | null, name: string, institutionId: string, everything: boolean) =>
    (await keeper!.post<{ id: number }>('identity/accounts', { account, name, role, personId: person === null ? null : people[person]!.id, institutionId, everything })).id
  const chen = await open('chen.sy', 'INSPECTOR', 0, people[0]!.name, people[0]!.institutionId, true)
  const leaver = await open('chen.he', 'INSPECTOR', 1, people[1]!.name, people[1]!.institutionId, true)
  const waiting = await open('chen.wb', 'OFFICER', 2, people[2]!.name, people[2]!.institutionId, false)
  const colleague = await open('chen.cz', 'OFFICER', 3, people[3]!.name, finance, false)
  const machine = await open('treasury.sync', 'OFFICER', null, '财政一体化系统对接', finance, false)
  for (const id of [chen, waiting]) await keeper!.post(`identity/accounts/${id}/invitation`, {})

  const grant = (accountId: number, what: object) => granting!.post('identity/grants', { ...bare, accountId, ...what })
  await grant(chen, { role: 'INSPECTOR', purpose: 'INSPECTION', endsAt: inDays(40), reason: '办公用房专项清理联合督查组' })
  await grant(leaver, { role: 'INSPECTOR', purpose: 'DAILY' })
  await grant(colleague, { role: 'OFFICER', institutionId: finance, purpose: 'DAILY' })
  await grant(machine, { permission: 'READ', institutionId: finance, purpose: 'DAILY', reason: '读取资产台账' })
  await keeper!.post(`identity/accounts/${machine}/tokens`, { name: '财政系统每日取数', permissions: ['ledger.read'], days: 180, ranges: ['10.1.0.0/16'] })

  const { items: findings } = await admin!.get<Rows<Finding>>('supervision/findings', { state: 'OPEN', module: 'fleet', limit: 5 })
  for (const { id, version } of findings) await admin!.post(`supervision/findings/${id}/steps`, { step: 'ASSIGN', version, assignee: 'chen.he' })
  await keeper!.post(`identity/accounts/${leaver}/leaving`, { reason: '调往省局' })

  const { grants } = await officer!.get<{ grants: { id: string }[] }>('identity/own-rights')
  await officer!.post('identity/own-rights/delegations', { account: 'chen.cz', grants: [grants[0]!.id], endsAt: inDays(9), reason: '年休假' })

  const ask = (desk: Desk, ledger: string, purpose: string, reason: string) =>
    desk.post<{ id: string }>('workbook/export-requests', { ledger, format: 'xlsx', filters: {}, institution: null, sort: null, purpose, reason })
  await ask(admin!, 'fleet/drivers', 'SERVICE', '核对驾驶员名册，准备年度安全责任书')
  const { id } = await ask(admin!, 'organization/people', 'VERIFICATION', '核对编制')
  await inspector!.post(`workbook/export-requests/${id}/decision`, { approve: true })
  await ask(inspector!, 'fleet/drivers', 'INSPECTION', '抽查驾驶员资格')
  for (const desk of [keeper, granting, admin, inspector, officer]) await desk!.leave()
}

test('accounts, grants, rights, hand-over, exports, protection, the audit log, a masked value', async ({ as, desks, baseURL }) => {
  await happenings(baseURL!)
  for (const [who, screens] of Object.entries({
    sysadmin: { accounts: '/accounts' }, secadmin: { grants: '/grants' }, officer: { rights: '/rights' }, inspector: { handover: '/handover', exports: '/exports' }, admin: { protection: '/protection' },
  } as const)) {
    const page = await as(who as 'sysadmin')
    for (const [name, address] of Object.entries(screens)) {
      await page.goto(address)
      await take(page, name)
    }
  }

  const keeper = await as('sysadmin')
  await keeper.goto('/accounts')
  await keeper.getByRole('button', { name: '对财政一体化系统对接的操作' }).click()
  await keeper.getByRole('button', { name: '接口令牌' }).click()
  await keeper.getByText('财政系统每日取数').waitFor()
  await take(keeper, 'tokens')

  const inspector = await as('inspector')
  const driver = (await (await desks('inspector')).get<Rows<Cells & { id: string }>>('fleet/drivers', { limit: 1 })).items[0]!
  await inspector.goto(`/objects/driver/${driver.id}`)
  await inspector.getByRole('button', { name: '查看电话原文' }).click()
  const dialog = inspector.getByRole('dialog', { name: '查看原文：电话' })
  await dialog.getByLabel('用途').click({ force: true })
  await inspector.getByRole('option', { name: '工作联络' }).click()
  await dialog.getByLabel('理由').fill('通知参加安全教育')
  await take(inspector, 'reveal')

  const auditor = await as('auditor')
  await auditor.goto('/audit?action=grant.given')
  await auditor.getByRole('button', { name: /审计记录/ }).first().click()
  await auditor.getByRole('button', { name: '下载证明' }).waitFor()
  await take(auditor, 'audit')
})
