import type L from 'leaflet'
import type { Look } from '../chart/figure'
import type { Sheet } from './canvas'

const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]

/** Degrees between two lines, so that they stand a hand apart. */
export const stepOf = (degrees: number, pixels: number) => steps.find((step) => (step / degrees) * pixels < 180) ?? steps.at(-1)!

const words = (value: number, step: number, letters: string) => `${Math.abs(value).toFixed(step < 0.01 ? 3 : step < 0.1 ? 2 : step < 1 ? 1 : 0)}°${letters[value < 0 ? 1 : 0]}`

/** Meridians and parallels with their degrees: a ground that claims nothing about where any border runs. */
export function paintGrid({ pen, width, height, at }: Sheet, bounds: L.LatLngBounds, look: Look): void {
  const step = stepOf(bounds.getEast() - bounds.getWest(), width)
  pen.strokeStyle = look.line
  pen.fillStyle = look.faint
  pen.lineWidth = 1
  pen.font = `11px ${look.font}`
  for (let lon = Math.ceil(bounds.getWest() / step) * step; lon < bounds.getEast(); lon += step) {
    const x = Math.round(at(bounds.getCenter().lat, lon).x) + 0.5
    line(pen, x, 0, x, height)
    pen.fillText(words(lon, step, 'EW'), x + 4, 14)
  }
  for (let lat = Math.ceil(bounds.getSouth() / step) * step; lat < bounds.getNorth(); lat += step) {
    const y = Math.round(at(lat, bounds.getCenter().lng).y) + 0.5
    line(pen, 0, y, width, y)
    pen.fillText(words(lat, step, 'NS'), 48, y - 4)
  }
}

function line(pen: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(toX, toY)
  pen.stroke()
}
