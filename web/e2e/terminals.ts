import { connect, type Socket } from 'node:net'
import { expect } from '@playwright/test'
import type { Cells, Desk, Page as Rows } from './desk'

export interface Told { at: number; lat: number; lon: number; speed?: number; direction?: number; ignition?: boolean; litres?: number; fix?: boolean }

const port = Number(process.env.YITI_JT808_PORT ?? 0)
const letters = new Map<string, Buffer>()

/** Node reads GBK and does not write it. */
function gbk(text: string): Buffer {
  if (!letters.size) {
    const reader = new TextDecoder('gbk')
    for (let high = 0x81; high < 0xff; high++) for (let low = 0x40; low < 0xff; low++) letters.set(reader.decode(Buffer.from([high, low])), Buffer.from([high, low]))
  }
  return Buffer.concat([...text].map((letter) => (letter < '\x80' ? Buffer.from(letter) : letters.get(letter)!)))
}

const bcd = (digits: string) => Buffer.from(digits, 'hex')
const padded = (text: string, length: number) => Buffer.concat([Buffer.from(text), Buffer.alloc(length - text.length)])
const number = (value: number, bytes: number) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')

/** A terminal of a vehicle as the gateway meets one (JT/T 808-2013). */
export class Terminal {
  private serial = 0
  private rest = Buffer.alloc(0)
  private readonly heard: Buffer[] = []
  private wake: () => void = () => undefined

  private constructor(private readonly socket: Socket, private readonly phone: string) {
    socket.on('data', (chunk) => this.take(chunk as Buffer))
  }

  /** Registered and let in; without `plate`, for a terminal that is fitted to none. */
  static async of(phone: string, plate = ''): Promise<Terminal> {
    const terminal = await Terminal.calling(phone)
    const answer = await terminal.register(plate)
    expect(answer[2], 'registration').toBe(0)
    await terminal.say(0x0102, answer.subarray(3))
    return terminal
  }

  static async calling(phone: string): Promise<Terminal> {
    const socket = connect(port, '127.0.0.1')
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new Terminal(socket, phone.padStart(12, '0'))
  }

  register = (plate: string) => this.say(0x0100, Buffer.concat([number(44, 2), number(300, 2), padded('TEST', 5), padded('M1', 20), padded('D1', 7), Buffer.from([1]), gbk(plate)]))

  /** Acknowledged, that is: stored. */
  async tell(...told: Told[]): Promise<void> {
    for (let from = 0; from < told.length; from += 20) {
      const some = told.slice(from, from + 20).map(position)
      await this.say(0x0704, Buffer.concat([number(some.length, 2), Buffer.from([1]), ...some.flatMap((one) => [number(one.length, 2), one])]))
    }
  }

  leave = () => void this.socket.destroy()

  /** @returns the body of the answer */
  private async say(kind: number, body: Buffer): Promise<Buffer> {
    const frame = Buffer.concat([number(kind, 2), number(body.length, 2), bcd(this.phone), number(this.serial++, 2), body])
    const whole = Buffer.concat([frame, Buffer.from([frame.reduce((sum, byte) => sum ^ byte, 0)])])
    this.socket.write(Buffer.concat([Buffer.from([0x7e]), ...[...whole].map((byte) => Buffer.from(byte === 0x7d ? [0x7d, 1] : byte === 0x7e ? [0x7d, 2] : [byte])), Buffer.from([0x7e])]))
    while (!this.heard.length) await new Promise<void>((resolve) => (this.wake = resolve))
    return this.heard.shift()!.subarray(12, -1)
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk])
    for (let end = this.rest.indexOf(0x7e, 1); end > 0; end = this.rest.indexOf(0x7e, 1)) {
      const inner = this.rest.subarray(1, end)
      this.rest = this.rest.subarray(end + 1)
      if (inner.length) this.heard.push(Buffer.from(inner.toString('latin1').replace(/\x7d\x02/g, '\x7e').replace(/\x7d\x01/g, '\x7d'), 'latin1'))
    }
    this.wake()
  }
}

function position({ at, lat, lon, speed = 0, direction = 0, ignition = true, litres, fix = true }: Told): Buffer {
  const here = new Date(at * 1000 + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(2, 14)
  const fuel = litres === undefined ? [] : [Buffer.from([2, 2]), number(Math.round(litres * 10), 2)]
  return Buffer.concat([number(0, 4), number(+ignition | (+fix << 1), 4), number(Math.round(lat * 1e6), 4), number(Math.round(lon * 1e6), 4), number(20, 2), number(Math.round(speed * 10), 2), number(direction, 2), bcd(here), ...fuel])
}

export interface Fitted { id: string; phone: string; institution: string }
let fitted = 0

/** A terminal of the bureau's own in the ledger, fitted to no vehicle. */
export async function plantTerminal(desk: Desk): Promise<Fitted> {
  const like = (await desk.get<Rows<Cells>>('telemetry/terminals', { limit: 1 })).items[0]!
  const phone = `9${String(Date.now()).slice(-8)}${String(fitted++).padStart(2, '0')}`
  const { id } = await desk.post<{ id: string }>('telemetry/terminals', { phone, institutionCode: like.institutionCode })
  return { id, phone, institution: String(like.institutionName) }
}

export const noon = (day: string, hour: number) => Date.parse(`${day}T00:00:00+08:00`) / 1000 + hour * 3600

/** A drive eastwards of so many minutes at 36 km/h, with a position every ten seconds. */
export const drive = (from: number, minutes: number, lat: number, lon: number, more: Partial<Told> = {}): Told[] =>
  Array.from({ length: minutes * 6 + 1 }, (_, n) => ({ at: from + n * 10, lat, lon: lon + n * 0.00104, speed: 36, direction: 90, litres: 40, ...more }))

export const stand = (from: number, minutes: number, lat: number, lon: number): Told[] => Array.from({ length: minutes + 1 }, (_, n) => ({ at: from + n * 60, lat, lon, speed: 0, ignition: false, litres: 39 }))
