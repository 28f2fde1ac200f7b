import type { Page } from '@playwright/test'
import type { Desk } from './desk'

/** A real photograph: drawn by the browser, as a camera would hand it over. */
export const photograph = async (page: Page, words: string) =>
  Buffer.from(
    await page.evaluate((text) => {
      const canvas = document.createElement('canvas')
      canvas.width = 2400
      canvas.height = 1800
      const pen = canvas.getContext('2d')!
      pen.fillStyle = '#567'
      pen.fillRect(0, 0, 2400, 1800)
      pen.fillStyle = '#fff'
      pen.font = '200px sans-serif'
      pen.fillText(text, 200, 900)
      return canvas.toDataURL('image/jpeg').split(',')[1]!
    }, words),
    'base64',
  )

export interface Drawn { item: { id: string; version: number; done: number; failed: number }; visits: { id: string; institution: { name: string }; inspector: { account: string; name: string } }[] }

/** One that is only planned, for the inspector of the demonstration. */
export async function planned(admin: Desk, title: string): Promise<string> {
  const tops = await admin.get<{ id: string }[]>('organization/tree')
  const { id } = await admin.post<{ id: string }>('supervision/campaigns', {
    title, purpose: '看供暖温度', basis: '公共机构节能条例 第三十条', checklist: 'energy', institution: tops[0]!.id,
    kinds: [], startsOn: '2026-01-01', endsOn: '2099-12-31', wanted: 1, inspectors: ['inspector'],
  })
  return id
}

export async function drawn(admin: Desk, title: string): Promise<Drawn> {
  const id = await planned(admin, title)
  const { item } = await admin.get<Drawn>(`supervision/campaigns/${id}`)
  return admin.post<Drawn>(`supervision/campaigns/${id}/draws`, { seed: title, reason: null, version: item.version })
}
