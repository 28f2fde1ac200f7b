import { nameOf, type TerminalNow } from '@/api/telemetry'
import type { Look } from '@/ui/chart/figure'
import type { Sheet } from '@/ui/map/canvas'
import { halo } from '@/ui/map/sites'

/** One terminal on the screen, or several that would lie on each other. */
export interface Mark { x: number; y: number; all: TerminalNow[] }

const crowded = 150
const cell = 56
const named = 40

/** Those in sight; where they are many, whoever shares a cell of the screen is one mark, in the middle of them. */
export function marksOf(terminals: TerminalNow[], { width, height, at }: Pick<Sheet, 'width' | 'height' | 'at'>): Mark[] {
  const seen: Mark[] = []
  for (const one of terminals) {
    if (!one.place) continue
    const { x, y } = at(one.place.lat / 1e6, one.place.lon / 1e6)
    if (x > -20 && y > -20 && x < width + 20 && y < height + 20) seen.push({ x, y, all: [one] })
  }
  if (seen.length <= crowded) return seen
  const cells = new Map<string, Mark[]>()
  for (const mark of seen) {
    const key = `${Math.floor(mark.x / cell)} ${Math.floor(mark.y / cell)}`
    const there = cells.get(key)
    if (there) there.push(mark)
    else cells.set(key, [mark])
  }
  return apart([...cells.values()].map(together))
}

const together = (marks: Mark[]): Mark => {
  const all = marks.flatMap((mark) => mark.all)
  const middle = (axis: 'x' | 'y') => marks.reduce((sum, mark) => sum + mark[axis] * mark.all.length, 0) / all.length
  return { x: middle('x'), y: middle('y'), all }
}

/** Marks of neighbouring cells that would lie on each other become one, the large ones first. */
function apart(marks: Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks.sort((a, b) => b.all.length - a.all.length)) {
    const under = kept.findIndex((one) => Math.hypot(one.x - mark.x, one.y - mark.y) < radiusOf(one) + radiusOf(mark))
    if (under < 0) kept.push(mark)
    else kept[under] = together([kept[under]!, mark])
  }
  return kept
}

const radiusOf = (mark: Mark) => (mark.all.length === 1 ? 8 : Math.min(24, 11 + Math.log2(mark.all.length) * 1.6))

/** What was meant by a click: the nearest mark under it. */
export function markAt(marks: Mark[], x: number, y: number): Mark | null {
  const near = marks.map((mark) => ({ mark, off: Math.hypot(mark.x - x, mark.y - y) })).filter(({ mark, off }) => off <= radiusOf(mark) + 6)
  return near.sort((a, b) => a.off - b.off)[0]?.mark ?? null
}

export function paintMarks(pen: CanvasRenderingContext2D, marks: Mark[], chosen: string | null, look: Look & Colours): void {
  const words = marks.length <= named && marks.every((mark) => mark.all.length === 1)
  pen.textBaseline = 'middle'
  pen.font = `12px ${look.font}`
  for (const mark of marks) if (mark.all.length > 1) paintMany(pen, mark, look)
  const alone = marks.filter((mark) => mark.all.length === 1)
  for (const mark of alone) paintOne(pen, mark, mark.all[0]!, mark.all[0]!.id === chosen, look)
  for (const mark of nameable(alone, chosen, words, (one) => pen.measureText(nameOf(one)).width)) {
    const [one] = mark.all as [TerminalNow]
    pen.font = `${one.id === chosen ? '600 ' : ''}12px ${look.font}`
    halo(pen, nameOf(one), mark.x + offset(one.id === chosen), mark.y, look, look.text)
  }
  pen.textBaseline = 'alphabetic'
}

export interface Colours { good: string; accent: string; warn: string }

const offset = (chosen: boolean) => (chosen ? 18 : 12)

/** Whose names have room: the chosen one's always, and of the others each that lies on no name or mark before it. */
export function nameable(marks: Mark[], chosen: string | null, all: boolean, width: (one: TerminalNow) => number): Mark[] {
  const isChosen = (mark: Mark) => mark.all[0]!.id === chosen
  const taken = marks.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }))
  const wanted = [...marks.filter(isChosen), ...(all ? marks.filter((mark) => !isChosen(mark)) : [])]
  return wanted.filter((mark) => {
    const left = mark.x + offset(isChosen(mark)) - 1
    const box = { left, right: left + width(mark.all[0]!) + 2, top: mark.y - 8, bottom: mark.y + 8 }
    const own = marks.indexOf(mark)
    if (!isChosen(mark) && taken.some((one, at) => at !== own && one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top)) return false
    taken.push(box)
    return true
  })
}

/** Moving points the way it goes, standing is a square, silent is hollow: colour is never the only difference. */
function paintOne(pen: CanvasRenderingContext2D, { x, y }: Mark, one: TerminalNow, chosen: boolean, look: Look & Colours): void {
  pen.save()
  pen.translate(x, y)
  pen.beginPath()
  if (one.state === 'MOVING') {
    pen.rotate((one.place!.direction * Math.PI) / 180)
    ;[[0, -9], [7, 7], [0, 3.5], [-7, 7]].forEach(([a, b], at) => (at ? pen.lineTo(a!, b!) : pen.moveTo(a!, b!)))
    pen.closePath()
  } else if (one.state === 'STANDING') pen.rect(-5.5, -5.5, 11, 11)
  else pen.arc(0, 0, 5.5, 0, Math.PI * 2)
  const colour = one.state === 'MOVING' ? look.good : one.state === 'STANDING' ? look.accent : look.warn
  pen.fillStyle = one.state === 'SILENT' ? look.surface : colour
  pen.strokeStyle = one.state === 'SILENT' ? colour : look.surface
  pen.lineWidth = 2
  pen.stroke()
  pen.fill()
  pen.restore()
  if (chosen) {
    pen.beginPath()
    pen.arc(x, y, 14, 0, Math.PI * 2)
    pen.strokeStyle = look.accent
    pen.lineWidth = 2.5
    pen.stroke()
  }
}

/** Round it stands how many of them move, stand and are silent. */
function paintMany(pen: CanvasRenderingContext2D, mark: Mark, look: Look & Colours): void {
  const radius = radiusOf(mark)
  pen.beginPath()
  pen.arc(mark.x, mark.y, radius, 0, Math.PI * 2)
  pen.fillStyle = look.surface
  pen.fill()
  pen.lineWidth = 3
  let from = -Math.PI / 2
  for (const { share, colour } of sharesOf(mark, look)) {
    pen.beginPath()
    pen.arc(mark.x, mark.y, radius, from, (from += share * Math.PI * 2))
    pen.strokeStyle = colour
    pen.stroke()
  }
  pen.font = `600 12px ${look.font}`
  pen.fillStyle = look.text
  pen.textAlign = 'center'
  pen.fillText(String(mark.all.length), mark.x, mark.y + 0.5)
  pen.textAlign = 'start'
}

/** Of one mark, the states that there are; together they are one. */
export function sharesOf({ all }: Mark, { good, accent, warn }: Colours): { share: number; colour: string }[] {
  const share = (states: string[]) => all.filter(({ state }) => states.includes(state)).length / all.length
  return [{ share: share(['MOVING']), colour: good }, { share: share(['STANDING']), colour: accent }, { share: share(['SILENT', 'NEVER']), colour: warn }].filter((one) => one.share)
}
