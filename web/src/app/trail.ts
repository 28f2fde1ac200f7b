import { onBeforeUnmount, ref, watchEffect } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Crumb {
  title: string
  to?: RouteLocationRaw
}

export const trail = ref<Crumb[]>([])
/** The entry of the navigation that a page belongs to, when its own address is no entry. */
export const belongsTo = ref<string | null>(null)

/** A page says where it stands; the top bar and the window title follow. */
export function useTrail(crumbs: () => Crumb[], entry: () => string | null = () => null): void {
  let mine: Crumb[] = []
  watchEffect(() => {
    mine = crumbs().filter((crumb) => crumb.title)
    trail.value = mine
    belongsTo.value = entry()
    const words = mine.map((crumb) => crumb.title).reverse()
    document.title = [...words, '一体 Yiti'].join(' · ')
  })
  onBeforeUnmount(() => {
    if (trail.value !== mine) return
    trail.value = []
    belongsTo.value = null
  })
}
