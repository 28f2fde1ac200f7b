import { onBeforeUnmount, ref, watchEffect } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Crumb {
  title: string
  to?: RouteLocationRaw
}

export const trail = ref<Crumb[]>([])

/** A page says where it stands; the top bar and the window title follow. */
export function useTrail(crumbs: () => Crumb[]): void {
  let mine: Crumb[] = []
  watchEffect(() => {
    mine = crumbs().filter((crumb) => crumb.title)
    trail.value = mine
    const words = mine.map((crumb) => crumb.title).reverse()
    document.title = [...words, '一体 Yiti'].join(' · ')
  })
  onBeforeUnmount(() => {
    if (trail.value === mine) trail.value = []
  })
}
