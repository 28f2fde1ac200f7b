import { expect } from '@playwright/test'
import type { Cells, Desk, Page } from './desk'

export interface Finding { id: string; number: string; summary: string; state: string; version: number; subject: { id: string; kind: string; title: string }; institution: { id: string; name: string } }
export interface Planted { room: string; number: string; person: string; title: string; finding: Finding; version: number }

/** A name that no other run has used on this server. */
let planted = 0
export const fresh = (prefix: string) => `${prefix}${Date.now().toString(36).toUpperCase()}${(planted++).toString(36)}`

/** An office far above the limit of the clerk who has just moved in, in an institution's own building; found as soon as it is judged. */
export async function plantOffice(desk: Desk, institution: string, area = 60.5): Promise<Planted> {
  const first = async (path: string, query: Record<string, string>) => (await desk.get<Page<Cells>>(path, { institution, limit: 50, ...query })).items[0]!
  const like = await first('premises/rooms', { use: 'OFFICE' })
  const colleague = await first('organization/people', {})
  const person = fresh('R')
  const number = fresh('T')
  await desk.post('organization/people', { code: person, name: '林待查', institutionCode: colleague.institutionCode, rank: colleague.rank })
  const { id } = await desk.post<{ id: string }>('premises/rooms', {
    buildingCode: like.buildingCode, floorNumber: like.floorNumber, number, institutionCode: colleague.institutionCode, use: 'OFFICE', usableArea: area,
  })
  await desk.post('premises/occupancies', { buildingCode: like.buildingCode, roomNumber: number, personCode: person, startsOn: '2024-03-01' })
  const { finding, version } = { finding: await findingOf(desk, id), version: 1 }
  return { room: id, number, person, title: `${like.buildingName} ${number}`, finding, version }
}

/** What is open on an object by a rule; waits until the rules have been asked. */
export async function findingOf(desk: Desk, subject: string, rule = 'premises.office-area'): Promise<Finding> {
  const look = async () => (await desk.get<Page<Finding>>('supervision/findings', { subject, rule, state: 'OPEN' })).items[0]
  await expect.poll(look, { message: `a finding by ${rule}`, timeout: 30_000 }).toBeTruthy()
  return (await look())!
}
