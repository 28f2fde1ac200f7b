import { computed, onBeforeUnmount, ref, watch } from 'vue'
import type { SearchGroup } from '@/api/types'
import { iconOf } from '@/ui/icons'
import { http, isAbort } from '../http'
import { say, t } from '../i18n'
import { recentObjects } from '../recent'
import { consoleActions } from '../modules'
import { useSession } from '../session'
import { navGroups } from './nav'

export interface Hit {
  to: string
  title: string
  subtitle: string
  icon: string
}

export interface HitGroup {
  id: string
  title: string
  items: Hit[]
}

/** Pages are matched here, objects by the server; with nothing typed, what one looked at last. */
export function useSearch() {
  const term = ref('')
  const objects = ref<SearchGroup[]>([])
  const busy = ref(false)
  const failure = ref<unknown>(null)
  let asked: AbortController | null = null
  let timer = 0

  watch(term, () => {
    clearTimeout(timer)
    asked?.abort()
    failure.value = null
    // Who sees no ledgers has pages to go to and no objects to find.
    busy.value = term.value.trim() !== '' && useSession().may('ledger.read')
    if (!busy.value) objects.value = []
    else timer = window.setTimeout(() => void look(), 140)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    asked?.abort()
  })

  async function look(): Promise<void> {
    const mine = (asked = new AbortController())
    busy.value = true
    failure.value = null
    try {
      objects.value = (await http.get<{ groups: SearchGroup[] }>('search', { q: term.value.trim(), limit: 20 }, mine.signal)).groups
    } catch (problem) {
      if (isAbort(problem)) return
      failure.value = problem
      objects.value = []
    }
    if (asked === mine) busy.value = false
  }

  const groups = computed<HitGroup[]>(() => {
    const typed = term.value.trim().toLowerCase()
    const all = typed ? [...found(), actions(typed), pages(typed)] : [recent(), actions(''), pages('')]
    return all.filter((group) => group.items.length > 0)
  })

  const found = (): HitGroup[] =>
    objects.value.map((group) => ({
      id: group.kind,
      title: say(group.title),
      items: group.items.map((item) => ({ to: `/objects/${item.kind}/${item.id}`, title: item.title, subtitle: item.subtitle ?? '', icon: iconOf[item.kind] ?? 'table' })),
    }))

  const recent = (): HitGroup => ({
    id: 'recent',
    title: t('search.recent'),
    items: recentObjects.value.slice(0, 6).map((object) => ({ to: `/objects/${object.kind}/${object.id}`, title: object.title, subtitle: t(`kind.${object.kind}`), icon: iconOf[object.kind] ?? 'table' })),
  })

  const actions = (typed: string): HitGroup => ({
    id: 'actions',
    title: t('search.actions'),
    items: consoleActions
      .filter((action) => !action.permission || useSession().may(action.permission))
      .map((action) => ({ to: action.to, title: t(action.label), subtitle: '', icon: action.icon }))
      .filter((action) => !typed || action.title.toLowerCase().includes(typed))
      .slice(0, 6),
  })

  const pages = (typed: string): HitGroup => ({
    id: 'pages',
    title: t('search.pages'),
    items: navGroups()
      .flatMap((group) => group.items.map((item) => ({ to: item.to, title: item.label, subtitle: group.folds ? group.label : '', icon: item.icon || group.icon })))
      .filter((page) => !typed || `${page.title} ${page.subtitle}`.toLowerCase().includes(typed))
      .slice(0, typed ? 6 : 8),
  })

  return { term, groups, busy, failure, look }
}
