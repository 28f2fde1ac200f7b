import { http } from '@/app/http'
import type { Look } from '../chart/figure'
import type { Sheet } from './canvas'
import type { Spot } from './datum'
import { halo } from './sites'

/** A circle, or an outline; as the ledger has it, in degrees. */
export interface Fence {
  id: string
  name: string
  kind: string
  longitude: number | string | null
  latitude: number | string | null
  radius: number | null
  boundary: string | null
  startsOn?: string | null
  endsOn?: string | null
}

export const fenceKinds = ['FORBIDDEN', 'YARD', 'WATCHED', 'SCENIC', 'ENTERTAINMENT', 'HOTEL', 'SCHOOL', 'RESIDENCE'] as const

/** Corners of "longitude latitude", parted by semicolons. */
export const cornersOf = (boundary: string): Spot[] =>
  boundary.split(/[;；]/).map((corner) => corner.trim().split(/[\s,，]+/).map(Number)).filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat)).map(([lon, lat]) => [lat!, lon!])

export const boundaryOf = (corners: Spot[]): string => corners.map(([lat, lon]) => `${lon.toFixed(6)} ${lat.toFixed(6)}`).join('; ')

/** What it lies around: its corners, or the middle of its circle. */
export const spotsOf = ({ boundary, latitude, longitude }: Fence): Spot[] =>
  boundary ? cornersOf(boundary) : latitude != null && longitude != null ? [[Number(latitude), Number(longitude)]] : []

/** Those of today. */
export async function fencesNow(today: string): Promise<Fence[]> {
  const { items } = await http.get<{ items: Fence[] }>('telemetry/fences', { limit: 200 })
  return items.filter((one) => (!one.startsOn || one.startsOn <= today) && (!one.endsOn || one.endsOn >= today))
}

interface Pens extends Look { bad: string; good: string; accent: string }

export function paintFences({ pen, at }: Sheet, fences: Pick<Fence, 'name' | 'kind' | 'longitude' | 'latitude' | 'radius' | 'boundary'>[], look: Pens): void {
  const named: { x: number; y: number; half: number }[] = []
  for (const fence of fences) {
    const colour = fence.kind === 'FORBIDDEN' ? look.bad : fence.kind === 'YARD' ? look.good : look.accent
    pen.beginPath()
    const top = outline(pen, at, fence)
    if (!top) continue
    pen.globalAlpha = 0.12
    pen.fillStyle = colour
    pen.fill()
    pen.globalAlpha = 1
    pen.strokeStyle = colour
    pen.lineWidth = 1.5
    pen.setLineDash(fence.kind === 'FORBIDDEN' ? [] : [6, 4])
    pen.stroke()
    pen.setLineDash([])
    pen.font = `12px ${look.font}`
    pen.textAlign = 'center'
    const label = { x: top.x, y: top.y - 8, half: pen.measureText(fence.name).width / 2 }
    // of names that would lie on each other the first is read, and the next when the map is nearer
    if (fence.name && !named.some((one) => Math.abs(one.y - label.y) < 16 && Math.abs(one.x - label.x) < one.half + label.half)) {
      halo(pen, fence.name, label.x, label.y, look, colour)
      named.push(label)
    }
    pen.textAlign = 'start'
  }
}

function outline(pen: CanvasRenderingContext2D, at: Sheet['at'], fence: Pick<Fence, 'longitude' | 'latitude' | 'radius' | 'boundary'>) {
  if (fence.boundary) {
    const corners = cornersOf(fence.boundary).map(([lat, lon]) => at(lat, lon))
    corners.forEach(({ x, y }, n) => (n ? pen.lineTo(x, y) : pen.moveTo(x, y)))
    pen.closePath()
    return corners.reduce((high, one) => (one.y < high.y ? one : high), corners[0]!)
  }
  if (fence.radius === null || fence.latitude === null || fence.longitude === null) return null
  const [lat, lon] = [Number(fence.latitude), Number(fence.longitude)]
  const middle = at(lat, lon)
  const edge = at(lat + fence.radius / 111_195, lon)
  pen.arc(middle.x, middle.y, Math.max(3, middle.y - edge.y), 0, Math.PI * 2)
  return edge
}
