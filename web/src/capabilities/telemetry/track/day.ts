import type { TerminalFact, TrackDay, TrackGap } from '@/api/telemetry'

/** Seconds of the day, both included. */
export interface Span { from: number; to: number }
export interface Stop extends Span { lat: number; lon: number; ignition: boolean }
export interface Order extends Span { id: string; no: string; purpose: string; destination: string | null }

/** Where a vehicle was at a moment; `known` is false within a gap, where it is drawn nowhere. */
export interface Moment { second: number; lat: number; lon: number; speed: number; direction: number; ignition: boolean; known: boolean }

/** What the house found on the day, with the part of it that lies on it. */
export interface Event extends Span {
  kind: (typeof eventKinds)[number]
  amount: number | null
  /** km/h, of an over-speed: which limit was passed. */
  limit?: number
}

/** What a day is made of, as it is seen from the positions. */
export interface Bands { stops: Stop[]; gaps: TrackGap[]; metres: number; driving: number }

type Point = TrackDay['points'][number]

const walking = 20
const leastStop = 180
const apart = 60

const degrees = (millionths: number) => millionths / 1e6
const momentOf = ([second, lat, lon, speed, direction, on]: Point, known = true): Moment => ({ second, lat: degrees(lat), lon: degrees(lon), speed: speed / 10, direction, ignition: on === 1, known })

/** Index of the last point that is not after a second; -1 before the first. */
function lastUntil(points: Point[], second: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]![0] <= second) low = middle + 1
    else high = middle
  }
  return low - 1
}

export const gapAt = (gaps: TrackGap[], second: number) => gaps.find((gap) => second > gap.from && second < gap.to) ?? null

/** Between two points it goes straight and evenly: the server thins so that this is right within some metres at every moment. */
export function momentAt({ points, gaps }: Pick<TrackDay, 'points' | 'gaps'>, second: number): Moment | null {
  if (!points.length) return null
  const at = lastUntil(points, second)
  if (at < 0) return { ...momentOf(points[0]!, false), second }
  const before = points[at]!
  const after = points[at + 1]
  if (!after) return { ...momentOf(before, before[0] === second), second }
  if (gapAt(gaps, second)) return { ...momentOf(before, false), second }
  const share = (second - before[0]) / (after[0] - before[0])
  const between = (n: 1 | 2 | 3) => before[n] + (after[n] - before[n]) * share
  return { ...momentOf([second, between(1), between(2), between(3), before[4], before[5]]) }
}

/** Pieces between the gaps, each drawn as one line. */
export function linesOf({ points, gaps }: Pick<TrackDay, 'points' | 'gaps'>): Point[][] {
  const lines: Point[][] = []
  let from = 0
  for (const gap of gaps) {
    const to = lastUntil(points, gap.from) + 1
    if (to > from) lines.push(points.slice(from, to))
    from = to
  }
  if (from < points.length) lines.push(points.slice(from))
  return lines
}

/** Minutes in a row in which it hardly moved, for three minutes and more. Where nothing was heard it is not known to have stood. */
export function stopsOf(day: Pick<TrackDay, 'minutes' | 'points' | 'gaps'>): Stop[] {
  const stops: Stop[] = []
  let from = -1
  let last = -1
  const close = () => {
    if (from >= 0 && (last + 1 - from) * 60 >= leastStop) {
      const there = momentAt(day, ((from + last + 1) / 2) * 60)
      if (there) stops.push({ from: from * 60, to: (last + 1) * 60, lat: there.lat, lon: there.lon, ignition: there.ignition })
    }
    from = -1
  }
  for (const [minute, speed] of day.minutes) {
    if (speed > walking || (from >= 0 && (minute - last) * 60 > 300 + apart)) close()
    if (speed <= walking) {
      if (from < 0) from = minute
      last = minute
    }
  }
  close()
  return stops
}

/** A value for every minute of the day; between two reports the last one stands, within a gap nothing does. */
export function perMinute({ minutes, gaps }: Pick<TrackDay, 'minutes' | 'gaps'>, which: 1 | 2): (number | null)[] {
  const all = Array<number | null>(1440).fill(null)
  minutes.forEach((one, at) => {
    const value = one[which] < 0 ? null : one[which] / 10
    const next = minutes[at + 1]?.[0] ?? one[0] + 1
    const until = gapAt(gaps, (one[0] + next) * 30) ? one[0] + 1 : next
    all.fill(value, one[0], until)
  })
  return all
}

const across = (lat: number) => Math.cos((lat * Math.PI) / 180)

/** Along the lines; gaps add nothing. */
export function metresOf(day: Pick<TrackDay, 'points' | 'gaps'>): number {
  return linesOf(day).reduce((sum, line) => line.slice(1).reduce((all, point, at) => {
    const before = line[at]!
    return all + Math.hypot(point[1] - before[1], (point[2] - before[2]) * across(degrees(point[1]))) * 0.111195
  }, sum), 0)
}

export function bandsOf(day: TrackDay): Bands {
  return { stops: stopsOf(day), gaps: day.gaps, metres: metresOf(day), driving: day.minutes.filter(([, speed]) => speed > walking).length * 60 }
}

/** An order with the part of it that lies on the day. */
export function orderOn(day: string, order: { id: string; orderNo: string; purpose: string; destination: unknown; plannedStart: string; plannedEnd: string }): Order | null {
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  const from = Math.max(0, (Date.parse(order.plannedStart) - midnight) / 1000)
  const to = Math.min(86_400, (Date.parse(order.plannedEnd) - midnight) / 1000)
  return to > from ? { id: order.id, no: order.orderNo, purpose: order.purpose, destination: typeof order.destination === 'string' ? order.destination : null, from, to } : null
}

export const eventKinds = ['trip', 'refuelled', 'fuel-drop', 'over-speed', 'off-route'] as const
const amounts = { trip: 'km', refuelled: 'litres', 'fuel-drop': 'litres', 'over-speed': 'max_kmh', 'off-route': 'km' }

export function eventOn(day: string, fact: TerminalFact): Event | null {
  const kind = eventKinds.find((one) => fact.kind === `vehicle.${one}`)
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  const from = Math.max(0, (Date.parse(fact.start) - midnight) / 1000)
  const to = Math.min(86_400, (Date.parse(fact.end) - midnight) / 1000)
  const amount = kind && fact.figures[amounts[kind]]
  if (!kind || to < from) return null
  const event = { kind, from, to, amount: typeof amount === 'number' ? amount : null }
  return kind === 'over-speed' && typeof fact.figures.limit_kmh === 'number' ? { ...event, limit: fact.figures.limit_kmh } : event
}

export const unitOf: Record<Event['kind'], string> = { trip: 'km', refuelled: 'L', 'fuel-drop': 'L', 'over-speed': 'km/h', 'off-route': 'km' }
/** What stands at a mark on the fuel curve and on the map: + what came in, − what went. */
export const fuelMark = ({ kind, amount }: Event) => `${kind === 'refuelled' ? '+' : '−'}${amount === null ? '' : `${amount.toFixed(0)} L`}`
export const isFuel = ({ kind }: Event) => kind === 'refuelled' || kind === 'fuel-drop'

/** Of several limits passed at once the highest counts: a stretch is drawn once. */
export function overSpeeds(events: Event[]): Event[] {
  const all = events.filter((one) => one.kind === 'over-speed')
  return all.filter((one) => !all.some((other) => (other.limit ?? 0) > (one.limit ?? 0) && other.from <= one.from && other.to >= one.to))
}

/** The part of a line within a span, from and to as indexes; nothing where it has not two points there. */
export function within(line: Point[], { from, to }: Span): [number, number] | null {
  const first = Math.max(0, lastUntil(line, from))
  const last = Math.min(line.length - 1, lastUntil(line, to) + 1)
  return last > first && line[last]![0] > from && line[first]![0] < to ? [first, last] : null
}

const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
export const clock = (second: number, seconds = false) => `${two(second / 3600)}:${two((second % 3600) / 60)}${seconds ? `:${two(second % 60)}` : ''}`
