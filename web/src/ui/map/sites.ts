import type { Look } from '../chart/figure'
import type { Sheet } from './canvas'
import type { Site } from './settings'

/** Names are shown from where a town fills the screen; a name that would lie on another waits for more room. */
export function paintSites({ pen, width, height, at }: Sheet, sites: Site[], zoom: number, look: Look): void {
  const written: { x: number; y: number; wide: number }[] = []
  pen.font = `12px ${look.font}`
  pen.textBaseline = 'middle'
  for (const site of sites) {
    const { x, y } = at(site.lat, site.lon)
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue
    pen.fillStyle = look.faint
    pen.fillRect(x - 3, y - 3, 6, 6)
    if (zoom < 11) continue
    const wide = pen.measureText(site.name).width
    if (written.some((one) => Math.abs(one.y - y) < 16 && x < one.x + one.wide + 12 && one.x < x + wide + 12)) continue
    written.push({ x, y, wide })
    halo(pen, site.name, x + 8, y, look)
  }
  pen.textBaseline = 'alphabetic'
}

export function halo(pen: CanvasRenderingContext2D, words: string, x: number, y: number, look: Look, colour = look.faint): void {
  pen.lineWidth = 3
  pen.lineJoin = 'round'
  pen.strokeStyle = look.surface
  pen.strokeText(words, x, y)
  pen.fillStyle = colour
  pen.fillText(words, x, y)
}
