import type { Look } from '@/ui/chart/figure'

/** A span of labels that needs a word: days off, readings that are missing, a month a rule found something in, hours that are unusual. */
export interface Band { from: number; to: number; kind: 'rest' | 'gap' | 'finding' | 'night' | 'anomaly'; label: string }

interface Api { value(at: number): number; coord(at: [number, number]): [number, number]; size(of: [number, number]): [number, number] }
interface Frame { dataIndex: number; coordSys: { x: number; y: number; width: number; height: number } }

/** Whole columns from the first label to the last, both included; ECharts' own areas end in the middle of a column. */
export function bandSeries(bands: Band[], look: Look): Record<string, unknown> {
  return {
    type: 'custom', silent: true, z: 1, encode: { x: [0, 1] }, data: bands.map((band) => [band.from, band.to]), tooltip: { show: false },
    renderItem: ({ dataIndex, coordSys }: Frame, api: Api) => {
      const band = bands[dataIndex]!
      const half = api.size([1, 0])[0] / 2
      const left = Math.max(coordSys.x, api.coord([api.value(0), 0])[0] - half)
      const right = Math.min(coordSys.x + coordSys.width, api.coord([api.value(1), 0])[0] + half)
      return { type: 'group', silent: true, children: shapes(band, { x: left, y: coordSys.y, width: Math.max(right - left, 1), height: coordSys.height }, look) }
    },
  }
}

type Box = { x: number; y: number; width: number; height: number }

function shapes(band: Band, box: Box, look: Look): Record<string, unknown>[] {
  const finding = band.kind === 'finding'
  const fill = finding || band.kind === 'anomaly' ? look.danger : band.kind === 'gap' ? look.text : look.muted
  const rect = { type: 'rect', shape: finding ? { ...box, y: box.y - 3, height: 3 } : box, style: { fill, opacity: finding ? 1 : band.kind === 'gap' ? 0.07 : 0.14 } }
  const hatch = band.kind === 'gap' ? lines(box).map((shape) => ({ type: 'line', shape, style: { stroke: look.faint, lineWidth: 0.7, opacity: 0.7 } })) : []
  const words = band.label && box.width > widthOf(band.label) + 8
    ? [{ type: 'text', style: { text: band.label, x: box.x + 4, y: finding ? box.y - 16 : box.y + 4, fill: finding ? look.danger : look.faint, fontSize: 11, fontFamily: look.font } }]
    : []
  return [rect, ...hatch, ...words]
}

/** Of words in the size of an axis label: Chinese characters are as wide as they are high. */
const widthOf = (words: string) => [...words].reduce((width, letter) => width + (letter > '\u2e80' ? 11 : 6.2), 0)

/** Slanted strokes through a box, cut off at its sides. */
function lines({ x, y, width, height }: Box): { x1: number; y1: number; x2: number; y2: number }[] {
  const strokes = []
  for (let at = 6; at < width + height; at += 9) {
    strokes.push({ x1: x + Math.max(0, at - height), y1: y + Math.min(height, at), x2: x + Math.min(width, at), y2: y + Math.max(0, at - width) })
  }
  return strokes
}
