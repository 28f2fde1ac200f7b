import type { MapSettings } from '@/api/telemetry'
import { http } from '@/app/http'

export interface Site { id: string; name: string; lat: number; lon: number }

let asked: Promise<MapSettings> | null = null
const bare: MapSettings = { tiles: '', subdomains: '', datum: 'WGS84', attribution: '', deepest: 18 }

/** What the map is drawn upon; a grid where that cannot be learnt. */
export function mapSettings(): Promise<MapSettings> {
  asked ??= http.get<MapSettings>('telemetry/map').catch(() => ((asked = null), bare))
  return asked
}

interface Rows { items: { id: string; name: string; latitude: number | string | null; longitude: number | string | null }[] }

/** One's own sites are the landmarks of a map without a map. */
export async function sites(): Promise<Site[]> {
  const { items } = await http.get<Rows>('premises/sites', { limit: 500 })
  return items
    .filter((one) => one.latitude !== null && one.longitude !== null)
    .map((one) => ({ id: one.id, name: one.name, lat: Number(one.latitude), lon: Number(one.longitude) }))
}
