import { computed, onMounted, ref, watch, type Ref } from 'vue'
import { http } from '@/app/http'

interface Page<T> { items: T[]; next: string | null; total: number }

const size = 50
const most = 500

/**
 * A list that comes page by page: more of it is asked for at its end, and what was typed narrows it on the server.
 *
 * @param also what goes with every page, loaded before it is shown
 */
export function usePages<T>(path: string, also: (items: T[]) => Promise<unknown> = async () => undefined) {
  const items = ref(null) as Ref<T[] | null>
  const next = ref<string | null>(null)
  const total = ref(0)
  const sought = ref('')
  const failure = ref<unknown>(null)
  const loading = ref(false)
  let asked = 0
  let timer = 0

  async function ask(after: string | null, limit: number) {
    const mine = ++asked
    loading.value = true
    failure.value = null
    try {
      const page = await http.get<Page<T>>(path, { q: sought.value.trim(), after, limit })
      await also(page.items)
      // What was typed meanwhile is asked for already.
      if (mine !== asked) return
      items.value = after ? [...(items.value ?? []), ...page.items] : page.items
      next.value = page.next
      total.value = page.total
    } catch (problem) {
      if (mine === asked) failure.value = problem
    }
    if (mine === asked) loading.value = false
  }

  /** As much as is shown, anew. */
  const load = () => ask(null, Math.min(most, Math.max(size, items.value?.length ?? 0)))
  const more = () => ask(next.value, size)
  const rest = computed(() => total.value - (items.value?.length ?? 0))
  watch(sought, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void ask(null, size), 250)
  })
  onMounted(load)
  return { items, next, total, sought, failure, loading, rest, load, more }
}
