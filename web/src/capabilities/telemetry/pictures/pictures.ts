/** What a camera took; degrees are WGS-84. */
export interface Picture {
  id: number
  at: string
  latitude: number | null
  longitude: number | null
  channel: number
  event: number
  bytes: number
  shown: boolean
}

export const picturesPath = (terminal: string) => `telemetry/terminals/${terminal}/pictures`

/** Where its vehicle was then, on the track of that day in China. */
export function trackAt(terminal: string, at: string): string {
  const second = Math.floor(new Date(at).getTime() / 1000) + 8 * 3600
  const day = new Date(second * 1000).toISOString().slice(0, 10)
  return `/telemetry/terminals/${terminal}/track?on=${day}&t=${second % 86_400}`
}
