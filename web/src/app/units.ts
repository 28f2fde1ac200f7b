import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { OrgNode, Unit } from '@/api/types'
import { http } from './http'
import { forgetVisits } from './recent'
import { remembered } from './storage'

/** The unit whose part of the tree the lists and boards speak of; null is all that the account may see. */
export const useUnits = defineStore('units', () => {
  const chosen = ref<Unit | null>(remembered.read<Unit | null>('unit', null))

  function choose(unit: Unit | null): void {
    chosen.value = unit
    remembered.write('unit', unit)
  }

  /** The address names a unit by id only; its name is looked up when it is not the one remembered. One that may not be seen is asked for this once and never remembered. */
  async function adopt(id: string): Promise<void> {
    if (chosen.value?.id === id) return
    chosen.value = { id, name: '…' }
    const found = await http.get<{ title: string }>(`objects/institution/${id}`).catch(() => null)
    if (chosen.value?.id !== id) return
    if (found) choose({ id, name: found.title })
    else chosen.value = remembered.read<Unit | null>('unit', null)
  }

  /** What one account chose and looked at is not for the next one at the same desk. */
  function belongTo(account: string): void {
    if (remembered.read('account', account) !== account) {
      choose(null)
      forgetVisits()
    }
    remembered.write('account', account)
  }

  return { chosen, choose, adopt, belongTo }
})

export function childUnits(parent: string | null, signal?: AbortSignal): Promise<OrgNode[]> {
  return http.get<OrgNode[]>('organization/tree', { parent }, signal)
}
