/** Latitude, longitude in degrees. */
export type Spot = [number, number]

export const datums = ['WGS84', 'GCJ02', 'BD09'] as const
export type Datum = (typeof datums)[number]

const axis = 6378245
const eccentricity = 0.00669342162296594323
const baidu = (Math.PI * 3000) / 180

// The rectangle of every implementation: neighbours along the border are shifted too, as they are on the maps this is for.
const shifted = ([lat, lon]: Spot) => lon > 72.004 && lon < 137.8347 && lat > 0.8293 && lat < 55.8271

const waves = (high: number, at: number, other: number, there: number) => (2 * (high * Math.sin(Math.PI * at) + other * Math.sin(Math.PI * there))) / 3

function shift([lat, lon]: Spot): Spot {
  const x = lon - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves(20, 6 * x, 20, 2 * x) + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30)
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves(20, 6 * x, 20, 2 * x) + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30)
  const sine = Math.sin((lat * Math.PI) / 180)
  const m = 1 - eccentricity * sine * sine
  return [
    (north * 180) / (((axis * (1 - eccentricity)) / (m * Math.sqrt(m))) * Math.PI),
    (east * 180) / ((axis / Math.sqrt(m)) * Math.cos((lat * Math.PI) / 180) * Math.PI),
  ]
}

export function toGcj(spot: Spot): Spot {
  if (!shifted(spot)) return spot
  const [north, east] = shift(spot)
  return [spot[0] + north, spot[1] + east]
}

/** There is no formula for the way back; each round comes a thousand times nearer. */
export function fromGcj(spot: Spot): Spot {
  if (!shifted(spot)) return spot
  let guess = spot
  for (let round = 0; round < 4; round++) {
    const [north, east] = shift(guess)
    guess = [spot[0] - north, spot[1] - east]
  }
  return guess
}

function fromBaidu([lat, lon]: Spot): Spot {
  const x = lon - 0.0065
  const y = lat - 0.006
  const z = Math.hypot(x, y) - 2e-5 * Math.sin(y * baidu)
  const angle = Math.atan2(y, x) - 3e-6 * Math.cos(x * baidu)
  return [z * Math.sin(angle), z * Math.cos(angle)]
}

/** What somebody copied from a map, as the house keeps it. */
export function toWgs(spot: Spot, datum: Datum): Spot {
  if (datum === 'BD09') return fromGcj(fromBaidu(spot))
  return datum === 'GCJ02' ? fromGcj(spot) : spot
}

/** As a map of that datum draws it. */
export const drawnIn = (datum: Datum, spot: Spot): Spot => (datum === 'GCJ02' ? toGcj(spot) : spot)

/** Two numbers as maps copy them, in either order; null when they are none. In China a longitude is never below 73. */
export function spotOf(text: string): Spot | null {
  const found = text.match(/-?\d+(?:\.\d+)?/g)?.map(Number)
  if (found?.length !== 2) return null
  const [a, b] = found as [number, number]
  const turned = Math.abs(a) > 90 || (a > 73 && b < 56)
  const spot: Spot = turned ? [b, a] : [a, b]
  return Math.abs(spot[0]) <= 90 && Math.abs(spot[1]) <= 180 ? spot : null
}

/** Metres between two places, flat as a city is. */
export function metresBetween(a: Spot, b: Spot): number {
  const across = ((b[1] - a[1]) * Math.cos((((a[0] + b[0]) / 2) * Math.PI) / 180))
  return Math.hypot(b[0] - a[0], across) * 111_195
}
