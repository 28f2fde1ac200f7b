/** What one can say to a terminal on the page, and how that becomes the body the server takes. */
export const commandKinds = ['TEXT', 'LOCATE', 'TRACK', 'QUERY_PARAMETERS', 'SET_PARAMETERS', 'QUERY_ATTRIBUTES', 'TAKE_PICTURES', 'SET_CIRCLES', 'SET_RECTANGLES', 'SET_POLYGON', 'SET_ROUTE', 'DELETE_CIRCLES', 'DELETE_RECTANGLES', 'DELETE_POLYGONS', 'DELETE_ROUTES'] as const
export type CommandKind = (typeof commandKinds)[number]

/** Those of table 12 that are set most; all others are set by the interface. */
export const parameterIds = ['0x0001', '0x0029', '0x0027', '0x0028', '0x002C', '0x0030', '0x0055', '0x0056', '0x0057', '0x0059', '0x005A', '0x0080'] as const

export interface Wish {
  command: CommandKind
  minutes: number
  text: string
  urgent: boolean
  interval: number
  lasts: number
  channel: number
  pictures: number
  parameters: { id: string; value: string }[]
  areaId: number
  name: string
  points: string
  radius: number
  width: number
  entering: boolean
  leaving: boolean
  maxSpeed: number | null
  ids: string
}

export const wish = (): Wish => ({ command: 'TEXT', minutes: 1440, text: '', urgent: false, interval: 5, lasts: 300, channel: 1, pictures: 1, parameters: [{ id: '0x0029', value: '' }], areaId: 1, name: '', points: '', radius: 500, width: 50, entering: true, leaving: true, maxSpeed: null, ids: '' })

/** How many places each area is made of. */
const places: Partial<Record<CommandKind, [number, number]>> = { SET_CIRCLES: [1, 1], SET_RECTANGLES: [2, 2], SET_POLYGON: [3, 500], SET_ROUTE: [2, 500] }
export const isArea = (kind: CommandKind) => kind in places
export const isDeletion = (kind: CommandKind) => kind.startsWith('DELETE_')

interface Point {
  latitude: number
  longitude: number
}

/** Lines of "latitude, longitude" in degrees; null where one is none. In millionths, without a sign: half the globe is said by bits that nobody here needs. */
export function pointsOf(text: string): Point[] | null {
  const points = text.trim().split(/\n+/).map((line) => line.trim().split(/[\s,，]+/).map(Number))
  if (points.some((pair) => pair.length !== 2 || pair.some((one) => !Number.isFinite(one)) || pair[0]! < 0 || pair[0]! > 90 || pair[1]! < 0 || pair[1]! > 180)) return null
  return points.map(([latitude, longitude]) => ({ latitude: Math.round(latitude! * 1e6), longitude: Math.round(longitude! * 1e6) }))
}

export function isWhole(wish: Wish): boolean {
  if (wish.command === 'TEXT') return !!wish.text.trim()
  if (wish.command === 'SET_PARAMETERS') return wish.parameters.length > 0 && wish.parameters.every((one) => one.value !== '')
  if (wish.command === 'TRACK') return wish.interval >= 0
  if (isDeletion(wish.command)) return /^\s*(\d+([\s,，]+\d+)*)?\s*$/.test(wish.ids)
  const [least, most] = places[wish.command] ?? [0, 0]
  const points = isArea(wish.command) ? pointsOf(wish.points) : []
  return !!points && points.length >= least && points.length <= most
}

/** Bits of table 45: 1 limits speed, 2 and 3 entering tells driver and platform, 4 and 5 leaving. */
const attributes = (wish: Wish) => (wish.maxSpeed ? 2 : 0) | (wish.entering ? 0b1100 : 0) | (wish.leaving ? 0b110000 : 0)

function area(wish: Wish): Record<string, unknown> {
  const limited = wish.maxSpeed ? { limit: { maxSpeed: wish.maxSpeed, seconds: 10 } } : {}
  return { id: wish.areaId, attributes: attributes(wish), ...limited, addition: { name: wish.name, ...(wish.maxSpeed ? { nightMaxSpeed: wish.maxSpeed } : {}) } }
}

function route(wish: Wish, points: Point[]): Record<string, unknown> {
  const turns = points.map((point, n) => ({ id: n + 1, segment: n + 1, point, widthMetres: wish.width, attributes: wish.maxSpeed ? 2 : 0, ...(wish.maxSpeed ? { limit: { maxSpeed: wish.maxSpeed, seconds: 10 }, nightMaxSpeed: wish.maxSpeed } : {}) }))
  return { id: wish.areaId, attributes: attributes(wish) & ~2, turns, name: wish.name }
}

/** 640×480, which every edition knows and a narrow line carries; brightness and colours in the middle. */
const MIDDLING = 2
const asTheCameraIs = { brightness: 127, contrast: 63, saturation: 63, chroma: 127 }

export function bodyOf(wish: Wish): Record<string, unknown> {
  const points = isArea(wish.command) ? (pointsOf(wish.points) ?? []) : []
  switch (wish.command) {
    case 'TEXT': return { text: wish.text.trim(), urgent: wish.urgent }
    case 'TRACK': return wish.interval ? { intervalSeconds: wish.interval, validSeconds: wish.lasts } : { intervalSeconds: 0 }
    case 'TAKE_PICTURES': return { channel: wish.channel, command: wish.pictures, seconds: 0, save: 0, resolution: MIDDLING, quality: 5, ...asTheCameraIs }
    case 'SET_PARAMETERS': return { parameters: wish.parameters }
    case 'SET_CIRCLES': return { action: 1, areas: [{ ...area(wish), centre: points[0], radiusMetres: wish.radius }] }
    case 'SET_RECTANGLES': return { action: 1, areas: [{ ...area(wish), upperLeft: points[0], lowerRight: points[1] }] }
    case 'SET_POLYGON': return { ...area(wish), points }
    case 'SET_ROUTE': return route(wish, points)
    default: return isDeletion(wish.command) ? { ids: wish.ids.split(/[\s,，]+/).filter(Boolean).map(Number) } : {}
  }
}
