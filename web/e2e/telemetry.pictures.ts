import { take } from './camera'
import type { Cells, Page as Rows } from './desk'
import { test } from './ground'
import { stand, Terminal, type Told } from './terminals'

type Place = [number, number]
const many = 90
const now = () => Math.floor(Date.now() / 1000)

/** Along streets that cross at right angles, at a pace that changes, with a position every ten seconds. */
function along(from: number, corners: Place[], litres: number): Told[] {
  const told: Told[] = []
  let at = from
  corners.slice(1).forEach((to, n) => {
    const start = corners[n]!
    const [north, east] = [(to[0] - start[0]) * 111_195, (to[1] - start[1]) * 111_195 * Math.cos((to[0] * Math.PI) / 180)]
    const metres = Math.hypot(north, east)
    for (let gone = 0; gone < metres; ) {
      const speed = 22 + 26 * Math.abs(Math.sin(at / 97)) + (n % 3 === 1 ? 20 : 0)
      gone += (speed / 3.6) * 10
      const share = Math.min(1, gone / metres)
      at += 10
      told.push({ at, lat: start[0] + (to[0] - start[0]) * share, lon: start[1] + (to[1] - start[1]) * share, speed, direction: Math.round(((Math.atan2(east, north) * 180) / Math.PI + 360) % 360), litres: litres - (at - from) / 900 })
    }
  })
  return told
}

const streets = (a: Place, b: Place): Place[] => [a, [a[0], (a[1] + b[1]) / 2], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], [(a[0] + b[0]) / 2, b[1]], b]

test('vehicles on the map, a day of one of them, how terminals are, who was near', async ({ as, desks }) => {
  const desk = await desks('admin')
  const all = (await desk.get<Rows<Cells>>('telemetry/terminals', { limit: 200 })).items.filter((one) => one.plate && !one.removedOn)
  const named = (await desk.get<Rows<Cells>>('premises/sites', { limit: 200 })).items.filter((site) => site.latitude)
  const sites = named.map((site): Place => [Number(site.latitude), Number(site.longitude)])
  const terminals: Terminal[] = []
  for (const [n, one] of all.slice(0, many).entries()) {
    const [lat, lon] = sites[n % sites.length]!
    const terminal = await Terminal.of(String(one.phone), String(one.plate ?? ''))
    const moving = n % 5 < 3
    await terminal.tell({ at: now() - (n % 7), lat: lat + Math.sin(n * 7) * 0.012, lon: lon + Math.cos(n * 5) * 0.014, speed: moving ? 18 + ((n * 13) % 45) : 0, direction: (n * 67) % 360, ignition: moving, litres: 20 + (n % 30) })
    if (n % 30 === 11) await terminal.tell({ at: now() + 5 * 86_400, lat, lon })
    terminals.push(terminal)
  }
  terminals.splice(0, 9).forEach((terminal) => terminal.leave())

  // A morning's order to somewhere that is on the map.
  const since = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const orders = (await desk.get<Rows<Cells>>('fleet/dispatch-orders', { sort: 'plannedStart', 'plannedStart.from': since, limit: 200 })).items
  let found: { order: Cells; goal: Cells; vehicle: Cells; driven: Cells } | undefined
  for (const order of orders) {
    const goal = named.find((site) => site.name === order.destination)
    const vehicle = goal && (await desk.get<Cells>(`fleet/vehicles/${order.vehicleId}`))
    // One that has not said anything yet: a terminal registers once.
    const driven = all.slice(many).find((one) => one.phone === vehicle?.terminalNo)
    if (goal && vehicle && driven) {
      found = { order, goal, vehicle, driven }
      break
    }
  }
  if (!found) throw new Error('No order of these days leads a vehicle that has a terminal to a site on the map')
  const { order, goal, vehicle, driven } = found
  const home: Place = [Number(vehicle.parkingLatitude), Number(vehicle.parkingLongitude)]
  const far: Place = [Number(goal.latitude), Number(goal.longitude)]
  const other = sites.filter(([lat, lon]) => Math.hypot(lat - far[0], lon - far[1]) > 0.02).sort((a, b) => Math.hypot(a[0] - far[0], a[1] - far[1]) - Math.hypot(b[0] - far[0], b[1] - far[1]))[0]!
  const start = Date.parse(String(order.plannedStart)) / 1000
  const terminal = await Terminal.of(String(driven.phone), String(driven.plate ?? ''))
  const there = along(start + 60, streets(home, far), 41)
  const on = along(there.at(-1)!.at + 1500, streets(far, other), 38)
  const back = along(on.at(-1)!.at + 4200, streets(other, home), 58)
  await terminal.tell(...stand(start - 2100, 34, ...home), ...there, ...stand(there.at(-1)!.at + 10, 24, ...far), ...on, ...stand(on.at(-1)!.at + 10, 40, ...other), ...back, ...stand(back.at(-1)!.at + 10, 90, ...home))
  terminals.push(terminal)
  await new Promise((resolve) => setTimeout(resolve, 1500))

  const page = await as('admin')
  const [lat, lon] = sites[0]!
  await page.goto(`/telemetry/map?q=${String(all[0]!.plate).slice(0, 2)}&view=${lat},${lon},12&at=${all[12]!.id}`)
  await take(page, 'live')
  const day = String(order.plannedStart).slice(0, 10)
  await page.goto(`/telemetry/terminals/${driven.id}/track?on=${day}&t=${Math.round((start + 230 + 8 * 3600) % 86_400)}`)
  await take(page, 'track')
  await page.goto('/telemetry/health?show=astray')
  await take(page, 'health')
  await page.goto(`/telemetry/nearby?place=${far.join(',')}&metres=200&from=${day}%2000:30&to=${day}%2023:59`)
  await page.getByRole('button', { name: '查询…' }).click()
  const why = page.getByRole('dialog', { name: '为什么查' })
  await why.getByText('请选择').click()
  await page.getByRole('option', { name: '核实数据或问题' }).click()
  await why.getByRole('textbox').fill('核实门前停车的投诉')
  await why.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: /台车到过/ }).waitFor()
  await take(page, 'nearby')
  terminals.forEach((one) => one.leave())
})
