import type { AsideItem } from '@/ui/aside/asides'

export const kinds = ['POSITION', 'MESSAGE', 'ANSWER']

export interface MessageAside extends AsideItem { kind: string; terminal: string | null; phone: string | null }

export interface Whole {
  item: MessageAside
  positions: { at: string; latitude: number; longitude: number; altitude: number; speed: number; direction: number; alarm: string; status: string; odometer: number | null; fuel: number | null; extras: string }[]
  messages: { kind: string; name: string; edition: string; serial: number; fields: { depth: number; name: string; value: string }[]; problem: string | null; body: string }[]
  answers: { command: string; done: boolean; result: number | null; answer: string | null }[]
}
