import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Ledger } from '@/api/types'
import { http } from './http'

export const useLedgers = defineStore('ledgers', () => {
  const all = shallowRef<Ledger[]>([])
  const loaded = ref(false)
  let asked: Promise<void> | null = null

  function load(): Promise<void> {
    asked ??= http.get<Ledger[]>('ledgers').then(
      (ledgers) => {
        all.value = ledgers
        loaded.value = true
      },
      (failure) => {
        asked = null
        throw failure
      },
    )
    return asked
  }

  function forget(): void {
    asked = null
    loaded.value = false
    all.value = []
  }

  const byPath = (path: string) => all.value.find((ledger) => ledger.path === path)
  const byKind = (kind: string) => all.value.find((ledger) => ledger.objectKind === kind)
  const byModule = computed(() => {
    const groups = new Map<string, Ledger[]>()
    for (const ledger of all.value.filter((one) => one.listed !== false)) groups.set(ledger.module, [...(groups.get(ledger.module) ?? []), ledger])
    return groups
  })

  return { all, loaded, load, forget, byPath, byKind, byModule }
})
