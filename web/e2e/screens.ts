import { expect, type Page } from '@playwright/test'
import type { Administrator, Cells, Desk, Page as Rows } from './desk'
import type { Finding } from './planting'

interface Ledger { path: string; objectKind: string | null; listed?: boolean }

/** What only some may open, and by which permission. */
const guarded: Record<string, string[]> = { '/accounts': ['account.keep'], '/grants': ['grant.govern'], '/campaigns': ['finding.verify'], '/visits': ['finding.verify'], '/handover': ['account.keep', 'grant.govern', 'finding.verify'], '/audit': ['audit.read'], '/exports': ['data.reveal'], '/protection': ['data.protect'], '/laboratory': ['rule.govern'], '/rules/premises.office-area/laboratory': ['rule.govern'], '/own-rules': ['rule.govern'], '/own-rules/new': ['rule.govern'], '/telemetry/nearby': ['data.track'], '/telemetry/fences/draw': ['ledger.write'] }

/** Every address of the console, with something to show where there is something; the rules are the same for everybody. */
export async function everyScreen(desk: Desk, rulesAtMost: number): Promise<string[]> {
  const { permissions } = await desk.get<{ permissions: string[] }>('identity/session')
  const kept = ['/account', '/rights', ...Object.entries(guarded).filter(([, needed]) => needed.some((one) => permissions.includes(one))).map(([address]) => address)]
  // The three administrators see no ledgers and are sent where their work is.
  if (!permissions.includes('ledger.read')) return ['/', ...kept, '/no/such/page']
  const ledgers = await desk.get<Ledger[]>('ledgers')
  const first = async <T extends { id: string }>(path: string) => (await desk.get<Rows<T>>(path, { limit: 1 })).items[0]?.id
  const objects: string[] = []
  for (const { path, objectKind } of ledgers.filter((one) => one.objectKind)) {
    const id = await first<Cells & { id: string }>(path)
    if (id) objects.push(`/objects/${objectKind}/${id}`)
    if (id && objectKind === 'building') objects.push(`/premises/buildings/${id}/stack`, `/premises/buildings/${id}/stack?by=over`)
    if (id && objectKind === 'meter') objects.push(`/energy/meters/${id}/curves`)
    if (id && objectKind === 'terminal') objects.push(`/telemetry/terminals/${id}/track`)
  }
  const finding = await first<Finding>('supervision/findings')
  const suspect = await first('supervision/suspicions')
  const [risk] = await desk.get<{ institution: { id: string } }[]>('supervision/risks')
  const { items: rules } = await desk.get<Rows<{ id: string }>>('supervision/rules')
  return [
    '/', '/findings?state=OPEN', ...(finding ? [`/findings/${finding}`] : []), '/peers', '/peers?metric=fleet.fuel-per-100-km', '/metrics', '/risks', ...(risk ? [`/risks/${risk.institution.id}`] : []), '/board', ...(risk ? [`/board?institution=${risk.institution.id}`, `/to-mend?institution=${risk.institution.id}`] : []), '/subscriptions', '/cases', '/cases?view=closed', '/suspicions', '/suspicions?kind=driver', '/suspicions?kind=institution', ...(suspect ? [`/suspicions/vehicle/${suspect}`] : []), '/rules', ...rules.slice(0, rulesAtMost).map(({ id }) => `/rules/${id}`), '/imports', '/imports/new', '/organization', '/reorganizations', '/telemetry/map', '/telemetry/health', ...kept,
    ...ledgers.filter((one) => one.listed !== false).map(({ path }) => `/ledgers/${path}`), ...objects, '/no/such/page',
  ]
}

/** The screens the three administrators and whoever protects data spend their days on. */
export const duties: Record<Administrator, Record<string, string>> = {
  sysadmin: { accounts: '/accounts', handover: '/handover', rights: '/rights' },
  secadmin: { grants: '/grants', handover: '/handover' },
  auditor: { audit: '/audit' },
}

/** The screens people spend their days on. */
export async function mainScreens(desk: Desk): Promise<Record<string, string>> {
  const first = async <T = Cells & { id: string }>(path: string, query: Record<string, string> = {}) => (await desk.get<Rows<T>>(path, { limit: 1, ...query })).items[0]!
  const finding = await first<Finding>('supervision/findings', { rule: 'premises.office-area' })
  const night = await first<Finding>('supervision/findings', { rule: 'energy.night-load' })
  const { row } = await desk.get<{ row: Cells }>(`objects/room/${finding.subject.id}`)
  const suspect = await first('supervision/suspicions').catch(() => undefined)
  const [risk] = await desk.get<{ institution: { id: string } }[]>('supervision/risks')
  return {
    cockpit: '/', board: '/board', ...(risk ? { mend: `/to-mend?institution=${risk.institution.id}` } : {}), subscriptions: '/subscriptions', findings: '/findings?state=OPEN', finding: `/findings/${finding.id}`, risks: '/risks', ...(risk ? { risk: `/risks/${risk.institution.id}` } : {}), peers: '/peers?metric=fleet.fuel-per-100-km', metrics: '/metrics', cases: '/cases?view=open', campaigns: '/campaigns', visits: '/visits', suspicions: '/suspicions', ...(suspect ? { suspicion: `/suspicions/vehicle/${suspect.id}` } : {}), rules: '/rules', rule: '/rules/premises.office-area', organization: '/organization', reorganizations: '/reorganizations',
    list: '/ledgers/premises/rooms?use=OFFICE', form: '/ledgers/premises/rooms?open=new', room: `/objects/room/${finding.subject.id}`, stack: `/premises/buildings/${row.buildingId}/stack?by=over`,
    vehicle: `/objects/vehicle/${(await first('fleet/vehicles')).id}`, meter: `/objects/meter/${(await first('energy/meters')).id}`, curves: `/energy/meters/${night.subject.id}/curves`, night: `/findings/${night.id}`, live: '/telemetry/map', health: '/telemetry/health', meterHealth: '/energy/health', nearby: '/telemetry/nearby', track: `/telemetry/terminals/${(await first('telemetry/terminals')).id}/track`, account: '/account', rights: '/rights', handover: '/handover', exports: '/exports', protection: '/protection', imports: '/imports', upload: '/imports/new',
  }
}

/** As a link inside the console would; starting the console anew for each of a hundred screens takes minutes. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((url) => {
    history.pushState({ ...history.state, position: history.state.position + 1, current: url, forward: null }, '', url)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, address)
  await settled(page)
}

/** Nothing on the screen is still being read, for long enough that a screen just asked for has begun to. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main').first()).not.toBeEmpty()
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction((begun) => {
    const told = [...document.querySelectorAll('main [role=status]')].map((one) => one.getAttribute('aria-label') ?? '')
    const reading = document.querySelector('main table[aria-busy=true]') || told.some((label) => /正在读取|Loading/.test(label))
    // what is read anew is faded, and comes back by and by
    const moving = document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running')
    const clock = window as { lastRead?: number }
    if (reading || moving) clock.lastRead = performance.now()
    return performance.now() - Math.max(begun, clock.lastRead ?? 0) > 200
  }, since, { polling: 'raf' })
}

/** Words that no person should see. */
export async function blunders(page: Page, english: boolean): Promise<string[]> {
  return page.evaluate((inEnglish) => {
    const text = document.body.innerText
    const keys = /(?<![\w./-])(account|accounts|audit|board|chart|cockpit|common|curves|export|filter|finding|form|grants|handover|health|import|invitation|keys|kind|ledger|map|module|nav|nearby|object|paper|problem|protection|reminder|reveal|rights|rule(?!\.yml)|search|shell|signIn|stack|tasks|time|toMend|token|track|view)\.[a-zA-Z][\w.]*/g
    const found = [...(text.match(keys) ?? []), ...(text.match(/\b(undefined|NaN|Invalid Date)\b|\[object \w+\]|\{\w+\}/g) ?? [])]
    // Names and data are Chinese in either language; headings, buttons, labels and the navigation are ours. A heading that is a name says so.
    const ours = 'th:not([translate=no]), main .el-button, .y-side a, dt, main h2:not([translate=no]), main label:not(:has(input)), .el-radio-button, footer'
    const chinese = inEnglish ? [...document.querySelectorAll<HTMLElement>(ours)].map((one) => one.innerText.trim()).filter((words) => /[\u4e00-\u9fff]/.test(words)) : []
    return [...new Set([...found, ...chinese])]
  }, english)
}
