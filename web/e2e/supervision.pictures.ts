import { phone, take } from './camera'
import { expect, test } from './ground'

test('campaigns', async ({ as, desks }) => {
  const desk = await desks('inspector')
  const told = async () => (await desk.get<{ items: { id: string; state: string; done: number }[] }>('supervision/campaigns')).items
  // They are told after the first sweep, when there are risks to weigh chance by.
  await expect.poll(async () => (await told()).some((one) => one.state === 'FINISHED'), { timeout: 300_000 }).toBe(true)
  const over = (await told()).find((one) => one.state === 'FINISHED')!
  const page = await as('inspector', { viewport: { width: 1366, height: 900 } })
  await page.goto(`/campaigns/${over.id}/report`)
  await take(page, 'campaign-report')
  await page.goto(`/campaigns/${over.id}`)
  await take(page, 'campaign')

  const mobile = await as('inspector', phone)
  await mobile.goto('/visits')
  await mobile.getByRole('main').getByRole('listitem').getByRole('link').first().tap()
  const heating = mobile.getByRole('region', { name: /冬季供暖/ })
  await heating.getByRole('spinbutton').fill('22.5')
  await heating.getByRole('spinbutton').blur()
  await mobile.getByRole('region', { name: /夏季制冷/ }).getByRole('button', { name: '不适用' }).tap()
  await heating.scrollIntoViewIfNeeded()
  await take(mobile, 'visit')
})

test('a case, the board, what a unit has to mend', async ({ as, desks }) => {
  const desk = await desks('inspector')
  const { items } = await desk.get<{ items: { id: string; stage: string }[] }>('supervision/cases', { view: 'open', limit: 20 })
  const far = items.find((one) => one.stage === 'RECTIFYING') ?? items[0]!
  const page = await as('inspector', { viewport: { width: 1366, height: 900 } })
  for (const [name, address] of Object.entries({ case: `/cases/${far.id}`, board: '/board' })) {
    await page.goto(address)
    await take(page, name)
  }
  const officer = await as('officer', { viewport: { width: 1366, height: 900 } })
  await officer.goto('/to-mend')
  await take(officer, 'mend')
})
