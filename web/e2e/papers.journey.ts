import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Cells, Page as Rows } from './desk'
import { expect, test } from './ground'
import { picture, statement } from './papers'
import { fresh, plantOffice } from './planting'

const card = (page: Page) => page.locator('section').filter({ has: page.getByRole('heading', { name: '相关文书' }) })

/** Chooses files in the dialog of the card; they stand there with what was guessed of them. */
async function choose(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await card(page).getByRole('button', { name: '添加文书' }).click()
  const dialog = page.getByRole('dialog', { name: '添加文书' })
  await dialog.locator('input[type=file][multiple]').setInputFiles(files)
  return dialog
}

test('a picture and a certificate are put with a vehicle, opened, told in its life line, and one is taken away for a reason', async ({ as, desks }) => {
  const officer = await desks('officer')
  const { institution } = await officer.get<{ institution: { id: string } }>('identity/session')
  const vehicle = (await officer.get<Rows<Cells & { id: string }>>('fleet/vehicles', { institution: institution.id, limit: 1 })).items[0]!
  const [seen, wrong] = [fresh('外观'), fresh('登记证书')] as [string, string]
  const page = await as('officer')
  await page.goto(`/objects/vehicle/${vehicle.id}`)
  const story = page.locator('#lifeline').getByRole('listitem')

  await test.step('both are named by themselves and kept', async () => {
    const dialog = await choose(page, { name: `${seen}.png`, mimeType: 'image/png', buffer: picture() }, { name: `${wrong}.pdf`, mimeType: 'application/pdf', buffer: statement() })
    await expect(dialog.getByLabel('标题')).toHaveCount(2)
    await expect(dialog.getByLabel('标题').first()).toHaveValue(seen)
    await expect(dialog.getByText('照片', { exact: true })).toBeVisible()
    await expect(dialog.getByText('证照', { exact: true })).toBeVisible()
    await dialog.getByLabel('文号（可不填）').fill('示市机管〔2026〕12号')
    await dialog.getByRole('button', { name: '添加 2 件' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('the picture is its own sign and opens; the certificate comes back as it was', async () => {
    const line = card(page).getByRole('listitem').filter({ hasText: seen })
    await expect(line.locator('img')).toHaveJSProperty('complete', true)
    expect(await line.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    const [opened] = await Promise.all([page.waitForEvent('popup'), line.getByRole('link', { name: seen }).click()])
    await expect(opened.locator('img')).toBeVisible()
    await opened.close()
    const [file] = await Promise.all([page.waitForEvent('download'), card(page).getByRole('button', { name: `下载：${wrong}` }).click()])
    expect(file.suggestedFilename()).toBe(`${wrong}.pdf`)
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('what came, and why one went, stands in the life line', async () => {
    await expect(story.filter({ hasText: seen })).toContainText('添加文书')
    await card(page).getByRole('button', { name: `移除：${wrong}` }).click()
    const dialog = page.getByRole('dialog', { name: '移除文书' })
    await expect(dialog.getByRole('button', { name: '移除', exact: true })).toBeDisabled()
    await dialog.getByLabel('移除的理由').fill('传错了车辆')
    await dialog.getByRole('button', { name: '移除', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(card(page).getByText(wrong)).toBeHidden()
    await expect(story.filter({ hasText: wrong }).first()).toContainText('移除文书')
    await expect(story.filter({ hasText: wrong }).first()).toContainText('传错了车辆')
  })
})

test('a statement is put with a finding and read by the inspector, who cannot take it away', async ({ as, desks }) => {
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { finding } = await plantOffice(await desks('admin'), institution.id)
  const said = fresh('情况说明')

  const answering = await as('officer')
  await answering.goto(`/findings/${finding.id}`)
  const dialog = await choose(answering, { name: `${said}.pdf`, mimeType: 'application/pdf', buffer: statement() })
  await dialog.getByRole('button', { name: '添加 1 件' }).click()
  await expect(card(answering).getByRole('listitem')).toContainText(said)

  const inspecting = await as('inspector')
  await inspecting.goto(`/findings/${finding.id}`)
  await expect(card(inspecting).getByRole('listitem')).toContainText('情况说明')
  await expect(card(inspecting).getByRole('button', { name: `移除：${said}` })).toBeHidden()
  const history = inspecting.locator('section').filter({ has: inspecting.getByRole('heading', { name: '处理经过' }) }).getByRole('listitem')
  await expect(history.first()).toContainText('张经办')
  await expect(history.first()).toContainText('添加文书')
  await expect(history.first()).toContainText(said)

  await inspecting.goto(`/objects/room/${finding.subject.id}`)
  await expect(inspecting.locator('#lifeline').getByRole('listitem').filter({ hasText: said })).toContainText('添加文书')
})

test('what cannot be a paper is refused where it stands, and the rest goes on', async ({ as, desks, noise }) => {
  noise.allow(/papers 422$/, /papers 409$/)
  const { institution } = await (await desks('officer')).get<{ institution: { id: string } }>('identity/session')
  const { room } = await plantOffice(await desks('admin'), institution.id)
  const page = await as('officer')
  await page.goto(`/objects/room/${room}`)
  const same = statement()

  const dialog = await choose(
    page,
    { name: '材料.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') },
    { name: '改名.pdf', mimeType: 'application/pdf', buffer: picture() },
    { name: '分配批复.pdf', mimeType: 'application/pdf', buffer: same },
    { name: '又一份.pdf', mimeType: 'application/pdf', buffer: same },
  )
  await expect(dialog.getByRole('alert')).toContainText('不收 .zip 文件')
  await dialog.getByRole('button', { name: '添加 3 件' }).click()
  await expect(dialog.getByText('文件名是 .pdf，内容却是 PNG')).toBeVisible()
  await expect(dialog.getByText('这份文件已在这里：“分配批复”')).toBeVisible()
  await expect(card(page).getByRole('listitem')).toHaveCount(1)
})
