import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Cells, Page as Rows } from './desk'
import { expect, test } from './ground'

const top = fileURLToPath(new URL('../..', import.meta.url))

/** `make simulate` as a stranger runs it beside `make run`: no token, no files. */
async function simulate(...settings: string[]) {
  const keep = mkdtempSync(join(tmpdir(), 'simulate-'))
  const { stdout } = await promisify(execFile)(join(top, 'bin/simulate'), [`HOUSE=${process.env.YITI_URL}`, `KEEP=${keep}`, ...settings], { cwd: top })
  return { stdout, journal: readFileSync(join(keep, 'journal.tsv'), 'utf8').trim().split('\n').map((line) => line.split('\t')) }
}

test('vehicles and meters of the demonstration are set going without a token', async ({ as, desks }) => {
  const { stdout, journal } = await simulate('TERMINALS=2', 'METERS=3', 'INTERVAL=2', 'METER_INTERVAL=5', 'FOR=25')
  const of = (kind: string) => journal.filter((line) => line[0] === kind)
  expect(stdout).toContain('Everything told is acknowledged.')
  expect(stdout).toMatch(/ 0 refused\n/)
  expect(new Set(of('position').map((line) => line[1])).size).toBe(2)
  expect(new Set(of('reading').map((line) => line[1])).size).toBe(3)

  const desk = await desks('admin')
  await test.step('the vehicles are where the demonstration is', async () => {
    const now = await desk.get<{ terminals: { phone: string; place: { at: string; lat: number; lon: number } }[] }>('telemetry/now')
    for (const phone of new Set(of('position').map((line) => line[1]))) {
      const { place } = now.terminals.find((one) => one.phone === phone)!
      expect(Date.now() - Date.parse(place.at)).toBeLessThan(120_000)
      expect(Math.abs(place.lat - 30_100_000) + Math.abs(place.lon - 113_200_000)).toBeLessThan(1_500_000)
    }
  })

  await test.step('a meter shows what its register showed last, and its day grows', async () => {
    const [, code, second, register] = of('reading').at(-1)!
    const meter = (await desk.get<Rows<Cells>>('energy/meters', { code: code! })).items[0]!
    const device = await desk.get<{ lastAt: string; lastValue: number; received: number }>(`energy/meters/${meter.id}/device`)
    expect(Date.parse(device.lastAt)).toBe(Number(second) * 1000)
    expect(device.lastValue).toBe(Number(register))
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const told = await desk.get<{ points: { amount: number }[] }>(`energy/meters/${meter.id}/intervals`, { from: today, to: today })
    expect(told.points).toHaveLength(1)
    // It goes on as it did: not a leap from nought to a register of years.
    expect(told.points[0]!.amount).toBeLessThan(100)
  })

  await test.step('another run goes on from there', async () => {
    const before = of('reading').at(-1)!
    const again = await simulate('TERMINALS=0', 'METERS=3', 'METER_INTERVAL=5', 'FOR=12')
    const after = again.journal.filter((line) => line[1] === before[1]).at(-1)!
    expect(Number(after[3])).toBeGreaterThanOrEqual(Number(before[3]))
    expect(Number(after[3]) - Number(before[3])).toBeLessThan(10)
  })

  const page = await as('admin')
  await page.goto('/telemetry/map')
  await expect(page.getByRole('button', { name: /^行驶/ })).toBeVisible()
})
