export const terminalStates = ['MOVING', 'STANDING', 'SILENT', 'NEVER'] as const
export type TerminalState = (typeof terminalStates)[number]

/** Degrees are millionths, north and east positive, WGS-84. */
export interface TerminalPlace {
  at: string
  lat: number
  lon: number
  /** km/h */
  speed: number
  direction: number
  ignition: boolean
  litres: number | null
  /** Of the tank, where that is what the terminal tells. */
  percent: number | null
}

export interface TerminalNow {
  id: string
  phone: string
  plate: string | null
  institutionId: string
  institutionName: string
  state: TerminalState
  since: string | null
  astray: boolean
  refused: boolean
  /** There is a place, which whoever asks does not see. */
  hidden: boolean
  place: TerminalPlace | null
}

export interface TerminalsNow {
  asOf: string
  whole: boolean
  left: number
  terminals: TerminalNow[]
}

export interface TrackGap { from: number; to: number; metres: number }

export interface TrackDay {
  terminal: string
  phone: string
  plate: string | null
  institutionId: string
  institutionName: string
  on: string
  metres: number
  positions: number
  unplaced: number
  /** Second of the day, latitude, longitude, 0.1 km/h, degrees from north, 1 where the ignition is on. */
  points: [number, number, number, number, number, number][]
  gaps: TrackGap[]
  /** Minute of the day, highest speed in 0.1 km/h, fuel in 0.1 L (or 0.1 %) or -1. */
  minutes: [number, number, number][]
  fuelInPercent: boolean
}

/** What the house made of the positions: trips, refuellings, drops of fuel, … by detect's names. */
export interface TerminalFact { kind: string; about: string; start: string; end: string; settled: boolean; plate: string | null; figures: Record<string, unknown> }

export interface NearbyVisit {
  terminal: string
  phone: string
  plate: string | null
  institutionId: string
  institutionName: string
  from: string
  to: string
  metres: number
}

export interface NearbyFound { searched: number; visits: NearbyVisit[] }

export interface MapSettings {
  tiles: string
  subdomains: string
  datum: 'WGS84' | 'GCJ02'
  attribution: string
  deepest: number
}

export const nameOf = (one: { plate: string | null; phone: string }) => one.plate ?? one.phone
