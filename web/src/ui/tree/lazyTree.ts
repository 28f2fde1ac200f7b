import { computed, reactive, shallowRef, triggerRef } from 'vue'
import type { OrgNode } from '@/api/types'
import { childUnits } from '@/app/units'

export interface Line {
  node: OrgNode
  depth: number
  open: boolean
  loading: boolean
}

/** The units in view, as lines. Branches are fetched when they are opened and kept. */
export function useLazyTree(load: (parent: string | null) => Promise<OrgNode[]> = (parent) => childUnits(parent)) {
  const branches = shallowRef(new Map<string | null, OrgNode[]>())
  const opened = reactive(new Set<string>())
  const loading = reactive(new Set<string>())
  const failure = shallowRef<unknown>(null)

  const lines = computed<Line[]>(() => {
    const all: Line[] = []
    const walk = (parent: string | null, depth: number) => {
      for (const node of branches.value.get(parent) ?? []) {
        const open = opened.has(node.id)
        all.push({ node, depth, open, loading: loading.has(node.id) })
        if (open) walk(node.id, depth + 1)
      }
    }
    walk(null, 0)
    return all
  })

  async function fetchBranch(parent: string | null): Promise<void> {
    if (branches.value.has(parent)) return
    if (parent) loading.add(parent)
    try {
      branches.value.set(parent, await load(parent))
      triggerRef(branches)
      failure.value = null
    } catch (problem) {
      failure.value = problem
      if (parent) opened.delete(parent)
    } finally {
      if (parent) loading.delete(parent)
    }
  }

  async function start(): Promise<void> {
    await fetchBranch(null)
    const roots = branches.value.get(null) ?? []
    if (roots.length === 1 && roots[0]!.children > 0) await open(roots[0]!)
  }

  async function open(node: OrgNode): Promise<void> {
    if (!node.children) return
    opened.add(node.id)
    await fetchBranch(node.id)
  }

  function close(node: OrgNode): void {
    opened.delete(node.id)
  }

  const toggle = (node: OrgNode) => (opened.has(node.id) ? close(node) : void open(node))
  const started = computed(() => branches.value.has(null))

  return { lines, start, started, open, close, toggle, failure }
}

/** Which lines a scrolled box shows, with a few to spare. */
export function windowOf(count: number, lineHeight: number, scrollTop: number, height: number, spare = 8): { from: number; to: number } {
  const from = Math.max(0, Math.floor(scrollTop / lineHeight) - spare)
  const to = Math.min(count, Math.ceil((scrollTop + height) / lineHeight) + spare)
  return { from: Math.min(from, count), to }
}
