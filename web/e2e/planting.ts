import { expect, type Page } from '@playwright/test'
import type { Cells, Desk, Page as Rows } from './desk'

export interface Finding { id: string; number: string; summary: string; state: string; version: number; subject: { id: string; kind: string; title: string }; institution: { id: string; name: string } }
export interface Planted { room: string; number: string; person: string; title: string; finding: Finding; version: number }

/** A name that no other run has used on this server. */
let planted = 0
export const fresh = (prefix: string) => `${prefix}${Date.now().toString(36).toUpperCase()}${(planted++).toString(36)}`

/** An office far above the limit of the clerk who has just moved in, in an institution's own building; found as soon as it is judged. */
export async function plantOffice(desk: Desk, institution: string, area = 60.5): Promise<Planted> {
  const first = async (path: string, query: Record<string, string>) => (await desk.get<Rows<Cells>>(path, { institution, limit: 50, ...query })).items[0]!
  const like = await first('premises/rooms', { use: 'OFFICE' })
  const colleague = await first('organization/people', {})
  const person = fresh('R')
  const number = fresh('T')
  await desk.post('organization/people', { code: person, name: '林待查', institutionCode: colleague.institutionCode, rank: colleague.rank })
  const { id } = await desk.post<{ id: string }>('premises/rooms', {
    buildingCode: like.buildingCode, floorNumber: like.floorNumber, number, institutionCode: colleague.institutionCode, use: 'OFFICE', usableArea: area,
  })
  await desk.post('premises/occupancies', { buildingCode: like.buildingCode, roomNumber: number, personCode: person, startsOn: '2024-03-01' })
  const { finding, version } = { finding: await findingOf(desk, id), version: 1 }
  return { room: id, number, person, title: `${like.buildingName} ${number}`, finding, version }
}

/** What is open on an object by a rule; waits until the rules have been asked. */
export async function findingOf(desk: Desk, subject: string, rule = 'premises.office-area'): Promise<Finding> {
  const look = async () => (await desk.get<Rows<Finding>>('supervision/findings', { subject, rule, state: 'OPEN' })).items[0]
  await expect.poll(look, { message: `a finding by ${rule}`, timeout: 30_000 }).toBeTruthy()
  return (await look())!
}

/** Somebody of the demonstration comes in by one click; their proof of who they are is fresh. */
export async function enter(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(who) }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** The system administrator opens an account for every unit in the console, and is given the link for its owner. */
export async function openAccount(admin: Page, name: string, account: string): Promise<string> {
  await enter(admin, '钱系统')
  await admin.goto('/accounts')
  await admin.getByRole('button', { name: '开通账号' }).click()
  const form = admin.getByRole('dialog', { name: '开通账号' })
  await form.getByLabel('姓名').fill(name)
  await form.getByRole('textbox', { name: '账号' }).last().fill(account)
  await form.getByText('面向全部单位').click()
  await form.getByRole('button', { name: '开通', exact: true }).click()
  const link = await admin.getByRole('textbox', { name: '邀请链接' }).inputValue()
  await admin.getByRole('button', { name: '关闭', exact: true }).last().click()
  return link
}

/** The security administrator, who is somebody else, grants what it was opened for. */
export async function grantTo(security: Page, name: string): Promise<void> {
  await enter(security, '孙安全')
  await expect(security).toHaveURL(/\/grants$/)
  const holder = security.getByRole('region', { name, exact: true })
  await expect(holder).toContainText('尚无权限')
  await holder.getByRole('button', { name: '授权' }).click()
  await security.getByRole('dialog').getByRole('button', { name: '确定授权' }).click()
  await expect(holder).toContainText('孙安全授予')
}

/** Its owner follows the link and chooses a password. */
export async function choosePassword(owner: Page, link: string, password: string): Promise<void> {
  await owner.goto(link)
  await owner.getByLabel('密码', { exact: true }).fill(password)
  await owner.getByLabel('再输一次').fill(password)
  await owner.getByRole('button', { name: '设置密码并登录' }).click()
}

interface Unit { id: string; code: string; name: string }

/** Two offices with a department each, one of them with a person, and a draft by which the one is taken over by the other. */
export async function plantReorganization(desk: Desk): Promise<{ id: string; institutions: { from: Unit; to: Unit } }> {
  const like = (await desk.get<Rows<Cells>>('organization/institutions', { limit: 1, level: 'COUNTY' })).items[0]!
  const office = async (name: string) => {
    const unit = { code: fresh('G'), name }
    const { id } = await desk.post<{ id: string }>('organization/institutions', { ...unit, kind: like.kind, level: like.level, divisionCode: like.divisionCode, parentCode: like.parentCode ?? like.code })
    await desk.post('organization/departments', { institutionCode: unit.code, code: '01', name: '办公室' })
    return { id, ...unit }
  }
  const from = await office(fresh('粮食局'))
  const to = await office(fresh('商务局'))
  await desk.post('organization/people', { code: fresh('P'), name: '林转隶', institutionCode: from.code, departmentCode: '01', rank: '科员' })
  await desk.post('organization/establishments', { institutionCode: from.code, rank: '科员', headcount: 5, startsOn: '2024-01-01' })
  const { id } = await desk.post<{ id: string }>('ledger/reorganizations', {
    name: '示范县机构改革', approvalNo: '示改委发〔2026〕1号', effectiveOn: new Date(Date.now() - 86_400_000 * 3).toISOString().slice(0, 10),
    steps: [{ kind: 'MERGE', institution: from.id, target: to.id }],
  })
  return { id, institutions: { from, to } }
}
