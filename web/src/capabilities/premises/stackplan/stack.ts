import type { Unit } from '@/api/types'

export interface Occupant { id: string; name: string; rank: string; rankName: string }

export interface Room {
  id: string
  number: string
  use: string
  usableArea: number
  wing: string | null
  state: 'OCCUPIED' | 'SHARED' | 'IDLE' | 'OVER' | 'NOT_OFFICE'
  occupants: Occupant[]
  departmentName: string | null
  institution: Unit
  /** What all occupants together may have; null where the law sets nothing. */
  limit: number | null
  excess: number | null
}

export interface Floor { id: string; number: number; name: string | null; usableArea: number | null; rooms: Room[] }

export interface StackPlan {
  building: { id: string; name: string; code: string; buildingArea: number; usableArea: number | null; storeys: number; storeysBelow: number; institution: Unit }
  on: string
  summary: { rooms: number; usableArea: number; byUse: { use: string; rooms: number; area: number }[]; idleRooms: number; idleArea: number; overRooms: number; overArea: number }
  floors: Floor[]
  /** Rooms of others, which whoever only uses some of the building does not see. */
  hiddenRooms: number
}

export const modes = ['use', 'over', 'idle', 'unit'] as const
export type Mode = (typeof modes)[number]

/** One kind of room in the picture: a colour, a pattern and a letter, so that none of the three is needed alone. */
export interface Kind { key: string; look: Look; letter: string; rooms: number; area: number }
export type Look = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'danger' | 'warn' | 'good' | 'blank'

const useLooks: Record<string, Look> = { OFFICE: 'a', SERVICE: 'b', EQUIPMENT: 'c', ANCILLARY: 'd', BUSINESS: 'e', TECHNICAL: 'e' }
const stateLooks: Record<string, Look> = { OVER_FAR: 'danger', OVER: 'warn', WITHIN: 'good', UNSET: 'f', VACANT: 'e', NOT_OFFICE: 'blank', IDLE: 'danger', SHARED: 'b', OCCUPIED: 'a' }
const stateOrder = ['OVER_FAR', 'OVER', 'IDLE', 'SHARED', 'OCCUPIED', 'WITHIN', 'UNSET', 'VACANT', 'NOT_OFFICE']
const letters: Look[] = ['a', 'b', 'c', 'd', 'e', 'f']

/** Above by more than this share of the limit is drawn as far above. */
const far = 0.3

export function keyOf(room: Room, mode: Mode): string {
  if (mode === 'use') return room.use
  if (mode === 'unit') return room.institution.id
  if (room.state === 'NOT_OFFICE') return 'NOT_OFFICE'
  if (mode === 'idle') return room.state === 'IDLE' ? 'IDLE' : room.occupants.length > 1 ? 'SHARED' : 'OCCUPIED'
  if (room.excess !== null && room.limit) return room.excess / room.limit > far ? 'OVER_FAR' : 'OVER'
  if (!room.occupants.length) return 'VACANT'
  return room.limit === null ? 'UNSET' : 'WITHIN'
}

export function kindsOf(plan: StackPlan, mode: Mode): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const room of roomsOf(plan)) {
    const key = keyOf(room, mode)
    const kind = kinds.get(key) ?? { key, look: 'blank', letter: '', rooms: 0, area: 0 }
    kind.rooms++
    kind.area += Number(room.usableArea)
    kinds.set(key, kind)
  }
  const byArea = [...kinds.values()].sort((a, b) => b.area - a.area)
  if (mode === 'over' || mode === 'idle') return byArea.sort((a, b) => stateOrder.indexOf(a.key) - stateOrder.indexOf(b.key)).map((kind) => ({ ...kind, look: stateLooks[kind.key] ?? 'blank' }))
  // Beyond the sixth unit the colours would repeat: the small ones share one.
  if (mode === 'unit') return byArea.map((kind, n) => ({ ...kind, look: letters[n] ?? 'blank', letter: n < 26 ? String.fromCharCode(65 + n) : '' }))
  return byArea.map((kind) => ({ ...kind, look: useLooks[kind.key] ?? 'f' }))
}

export const roomsOf = (plan: StackPlan) => plan.floors.flatMap((floor) => floor.rooms)

export interface Bar { floor: Floor; area: number; rooms: { room: Room; start: number; share: number }[] }

/** Floors from the top down, each as a bar: rooms in proportion to their area, all floors on one scale. */
export function barsOf(plan: StackPlan): Bar[] {
  const measured = [...plan.floors].sort((a, b) => b.number - a.number).map((floor) => ({ floor, area: floor.rooms.reduce((sum, room) => sum + Number(room.usableArea), 0) }))
  const longest = Math.max(1, ...measured.map((one) => one.area))
  return measured.map(({ floor, area }) => {
    let start = 0
    const rooms = floor.rooms.map((room) => {
      const share = Number(room.usableArea) / longest
      const placed = { room, start, share }
      start += share
      return placed
    })
    return { floor, area, rooms }
  })
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'home' | 'end'

/** Where an arrow key leads: along the floor, or to what lies above or below the middle of the room. */
export function neighbour(bars: Bar[], id: string, direction: Direction): string {
  const level = bars.findIndex((bar) => bar.rooms.some((one) => one.room.id === id))
  const bar = bars[level]
  if (!bar) return bars.find((one) => one.rooms.length)?.rooms[0]?.room.id ?? id
  const at = bar.rooms.findIndex((one) => one.room.id === id)
  if (direction === 'home') return bar.rooms[0]!.room.id
  if (direction === 'end') return bar.rooms.at(-1)!.room.id
  if (direction === 'left' || direction === 'right') return bar.rooms[at + (direction === 'left' ? -1 : 1)]?.room.id ?? id
  const step = direction === 'up' ? -1 : 1
  let next = level + step
  while (bars[next] && !bars[next]!.rooms.length) next += step
  const other = bars[next]
  if (!other) return id
  const middle = bar.rooms[at]!.start + bar.rooms[at]!.share / 2
  return (other.rooms.find((one) => one.start + one.share >= middle) ?? other.rooms.at(-1)!).room.id
}
