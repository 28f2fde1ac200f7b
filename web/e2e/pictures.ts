import { phone, take } from './camera'
import type { Cells, Desk, Page as Rows } from './desk'
import { test } from './ground'
import { plantReorganization, type Finding } from './planting'
import { settled } from './screens'
import { csv } from './sheets'

const first = async <T = Cells & { id: string }>(desk: Desk, path: string, query: Record<string, string | number> = {}) => (await desk.get<Rows<T>>(path, { limit: 1, ...query })).items[0]!

/** An office above its limit that people have dealt with already, where there is one. */
async function telling(desk: Desk): Promise<Finding> {
  const { items } = await desk.get<Rows<Finding & { excess: number }>>('supervision/findings', { rule: 'premises.office-area', state: 'OPEN', limit: 100 })
  const far = [...items].sort((a, b) => Number(b.state !== 'NEW') - Number(a.state !== 'NEW') || b.excess - a.excess)
  return far[0]!
}

test('cockpit, light, dark, English and on a phone', async ({ as }) => {
  for (const [name, wishes] of Object.entries({ cockpit: {}, 'cockpit-dark': { dark: true }, 'cockpit-en': { english: true }, 'phone-cockpit': phone })) {
    const page = await as('admin', wishes)
    await page.goto('/')
    await take(page, name)
  }
})

test('findings, a finding, its room, its building', async ({ as, desks }) => {
  const desk = await desks('admin')
  const finding = await telling(desk)
  const { row } = await desk.get<{ row: Cells }>(`objects/room/${finding.subject.id}`)
  const page = await as('admin')
  for (const [name, address] of Object.entries({
    findings: '/findings?state=OPEN', finding: `/findings/${finding.id}`, room: `/objects/room/${finding.subject.id}`, stack: `/premises/buildings/${row.buildingId}/stack`,
  })) {
    await page.goto(address)
    // So far down that findings, facts, occupants and the life line are on one picture.
    if (name === 'room') await page.locator('#lifeline').waitFor().then(() => page.locator('main').evaluate((main) => main.scrollTo(0, 150)))
    await take(page, name)
  }
  const small = await as('inspector', phone)
  await small.goto(`/findings/${finding.id}`)
  await take(small, 'phone-finding')
})

test('ledger, organization, rule, meter, search', async ({ as, desks }) => {
  const desk = await desks('admin')
  const loud = (await desk.get<Rows<Finding>>('supervision/findings', { module: 'energy', limit: 50 })).items.find((one) => one.subject.kind === 'meter')
  const meter = loud?.subject.id ?? (await first(desk, 'energy/meters')).id
  const page = await as('admin')
  for (const [name, address] of Object.entries({
    past: `/objects/institution/${(await first(desk, 'organization/institution-pasts')).institutionId}`,
    ledger: '/ledgers/premises/rooms?use=OFFICE&usableArea.from=20', organization: '/organization', rule: '/rules/premises.office-area', meter: `/energy/meters/${meter}/curves`,
  })) {
    await page.goto(address)
    if (name === 'organization') await page.getByRole('treeitem').nth(1).click()
    await take(page, name)
  }
  await page.goto('/')
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('财政局')
  await page.getByRole('option', { selected: true }).waitFor()
  await take(page, 'search')
})

test('the dry run of an import', async ({ as }) => {
  const head = ['号牌号码', '单位编码', '车辆类型', '车型', '能源类型', '品牌型号', '购置价格(元)', '注册登记日期', '标识化', '状态', '经办备注']
  const row = (n: number, price: string, day: string, type: string) => [`宁K${70_000 + n}`, '980100021', type, '轿车', '汽油', '明途 L7 1.5T', price, day, '已标识', '在用', '手工台账']
  const type = '其他按规定配备的公务用车'
  const sound = Array.from({ length: 24 }, (_, n) => row(n, String(128_000 + n * 500), '2023-05-20', type))
  const bad = [row(90, '十二万八', '2023-05-20', type), row(91, '128000', '2023-13-40', type), row(92, '128000', '2023-05-20', '领导专车'), row(93, '十三万', '2023-05-20', type)]
  const page = await as('admin')
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles({ name: '车辆台账.csv', mimeType: 'text/csv', buffer: csv([head, ...sound, ...bad]) })
  await page.getByRole('button', { name: '上传并检查' }).click()
  await page.getByRole('heading', { name: '有问题的地方' }).waitFor()
  await take(page, 'import')
})

test('a reorganization that was looked at', async ({ as, desks }) => {
  const desk = await desks('admin')
  const { institutions, id } = await plantReorganization(desk)
  const page = await as('admin')
  await page.goto(`/reorganizations/${id}`)
  await page.getByRole('button', { name: '预演' }).click()
  await page.getByText(institutions.from.name).first().waitFor()
  await page.getByRole('heading', { name: '台账变动' }).waitFor()
  await take(page, 'reorganization')
})

test('suspicions and risk', async ({ as }) => {
  const page = await as('admin')
  for (const name of ['suspicions', 'risks']) {
    await page.goto(`/${name}`)
    await take(page, name)
  }
})
