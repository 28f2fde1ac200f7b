import type { TrackDay } from '@/api/telemetry'
import type { Look } from '@/ui/chart/figure'
import type { Sheet } from '@/ui/map/canvas'
import { halo } from '@/ui/map/sites'
import { fuelMark, isFuel, linesOf, momentAt, overSpeeds, within, type Event, type Moment, type Span, type Stop } from './day'

/** Bands of speed, in 0.1 km/h: the faster the darker and the thicker, so that print in grey tells them apart. */
export const speedBands = [400, 800, Infinity]

export interface Drawn { day: TrackDay; stops: Stop[]; events: Event[]; moment: Moment | null; chosen: Stop | null }

export function paintTrack(sheet: Sheet, { day, stops, events, moment, chosen }: Drawn, look: Look): void {
  const { pen } = sheet
  const lines = linesOf(day)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const off of events.filter((one) => one.kind === 'off-route')) stretch(sheet, lines, off, look.palette[3]!, 12, [])
  for (const line of lines) {
    trace(sheet, line, 0, line.length - 1, look.surface, 7, [])
    speedBands.forEach((upTo, band) => runs(line, band ? speedBands[band - 1]! : -1, upTo).forEach(([from, to]) => trace(sheet, line, from, to, look.heat[band + 1]!, 3 + band, [])))
  }
  // Over a limit it is red and dashed: neither the colour nor the dashes alone say so.
  for (const fast of overSpeeds(events)) stretch(sheet, lines, fast, look.danger, 5, [8, 5])
  // A gap is shown to be one: nobody says which way it went.
  lines.slice(1).forEach((line, at) => trace(sheet, [lines[at]!.at(-1)!, line[0]!], 0, 1, look.muted, 1.5, [2, 6]))
  stops.forEach((stop, at) => paintStop(sheet, stop, at + 1, stop === chosen, look))
  for (const event of events.filter(isFuel)) paintFuel(sheet, day, event, look)
  if (moment) paintMoment(sheet, moment, look)
}

type Point = TrackDay['points'][number]

function stretch(sheet: Sheet, lines: Point[][], span: Span, colour: string, width: number, dashes: number[]): void {
  for (const line of lines) {
    const part = within(line, span)
    if (part) trace(sheet, line, part[0], part[1], colour, width, dashes)
  }
}

function paintFuel(sheet: Sheet, day: TrackDay, event: Event, look: Look): void {
  const there = momentAt(day, (event.from + event.to) / 2)
  if (!there) return
  const { pen } = sheet
  const { x, y } = sheet.at(there.lat, there.lon)
  const colour = event.kind === 'refuelled' ? look.palette[1]! : look.danger
  pen.beginPath()
  pen.rect(x - 5, y - 5, 10, 10)
  pen.fillStyle = colour
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = look.surface
  pen.stroke()
  pen.font = `600 12px ${look.font}`
  halo(pen, fuelMark(event), x + 9, y - 6, look, colour)
}

/** Pieces of a line within a band of speed; each reaches to the next point. */
function runs(line: Point[], above: number, upTo: number): [number, number][] {
  const found: [number, number][] = []
  let from = -1
  line.forEach((point, at) => {
    const within = point[3] > above && point[3] <= upTo
    if (within && from < 0) from = at
    if (!within && from >= 0) {
      found.push([from, at])
      from = -1
    }
  })
  if (from >= 0) found.push([from, line.length - 1])
  return found
}

function trace({ pen, at }: Sheet, line: Point[], from: number, to: number, colour: string, width: number, dashes: number[]): void {
  pen.beginPath()
  for (let n = from; n <= to; n++) {
    const { x, y } = at(line[n]![1] / 1e6, line[n]![2] / 1e6)
    if (n === from) pen.moveTo(x, y)
    else pen.lineTo(x, y)
  }
  pen.setLineDash(dashes)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
  pen.setLineDash([])
}

function paintStop({ pen, at }: Sheet, stop: Stop, number: number, chosen: boolean, look: Look): void {
  const { x, y } = at(stop.lat, stop.lon)
  pen.beginPath()
  pen.arc(x, y, chosen ? 11 : 9, 0, Math.PI * 2)
  pen.fillStyle = chosen ? look.text : look.surface
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = look.text
  pen.stroke()
  pen.font = `600 11px ${look.font}`
  pen.fillStyle = chosen ? look.surface : look.text
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(number), x, y + 0.5)
  pen.textAlign = 'start'
  pen.textBaseline = 'alphabetic'
}

function paintMoment({ pen, at }: Sheet, moment: Moment, look: Look): void {
  const { x, y } = at(moment.lat, moment.lon)
  const accent = look.palette[1]!
  pen.save()
  pen.translate(x, y)
  pen.beginPath()
  if (moment.known && moment.speed > 2) {
    pen.rotate((moment.direction * Math.PI) / 180)
    ;[[0, -13], [10, 10], [0, 5], [-10, 10]].forEach(([a, b], n) => (n ? pen.lineTo(a!, b!) : pen.moveTo(a!, b!)))
    pen.closePath()
  } else pen.arc(0, 0, 8, 0, Math.PI * 2)
  pen.lineWidth = 3
  pen.strokeStyle = look.surface
  pen.stroke()
  if (moment.known) {
    pen.fillStyle = accent
    pen.fill()
  } else {
    pen.lineWidth = 2
    pen.strokeStyle = accent
    pen.stroke()
  }
  pen.restore()
  if (moment.known) {
    pen.font = `600 12px ${look.font}`
    pen.textBaseline = 'middle'
    halo(pen, `${Math.round(moment.speed)} km/h`, x + 16, y, look, look.text)
    pen.textBaseline = 'alphabetic'
  }
}
