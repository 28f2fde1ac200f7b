import { computed, reactive, ref } from 'vue'
import type { Cell, Column, Ledger, Row } from '@/api/types'
import { todayHere } from '@/app/calendar'
import { http, newKey } from '@/app/http'
import { t } from '@/app/i18n'
import { asProblem, type Problem } from '@/app/problem'
import { drafts } from '@/app/storage'
import { readCell, sameCell } from './validate'

export type Cells = Record<string, Cell>

/** One row being written: what it was, what it is to be, what is wrong with it. */
export function useForm(ledger: Ledger, base: Row | null, seed: Cells = {}) {
  const columns = ledger.columns.filter((column) => !column.derived)
  const draftKey = `draft.${ledger.name}.${base?.id ?? 'new'}`
  const row = ref<Row | null>(base)
  const cells = reactive<Cells>(cellsOf(columns, base, seed))
  const errors = reactive<Record<string, string>>({})
  const restored = ref(false)
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  const correcting = ref(false)
  let key = newKey()

  const start = { ...cells }
  const dirty = computed(() => columns.filter((column) => !sameCell(column, cells[column.name], start[column.name])).map((column) => column.name))

  /** What of it holds since a day and is to be another; of a new row nothing was before. */
  const moved = computed(() => (row.value ? dirty.value.filter((name) => ledger.dated?.columns.includes(name)) : []))
  const sinceDay = computed(() => (dirty.value.includes('since') && cells.since ? String(cells.since) : todayHere()))

  const kept = drafts.read<Cells | null>(draftKey, null)
  if (kept) {
    for (const column of columns) if (column.name in kept) cells[column.name] = kept[column.name]
    restored.value = dirty.value.length > 0
  }

  function keep(): void {
    const changed = Object.fromEntries(dirty.value.map((name) => [name, cells[name]]))
    drafts.write(draftKey, dirty.value.length ? changed : null)
  }

  function check(column: Column): boolean {
    const read = readCell(column, cells[column.name])
    if ('complaint' in read) errors[column.name] = t(read.complaint.key, read.complaint.named)
    else delete errors[column.name]
    return 'value' in read
  }

  function set(column: Column, value: Cell): void {
    cells[column.name] = value
    // A sentence about the old value is not shown over the new one; the check comes when the field is left.
    delete errors[column.name]
    keep()
  }

  function reset(): void {
    Object.assign(cells, start)
    Object.keys(errors).forEach((name) => delete errors[name])
    correcting.value = false
    restored.value = false
    drafts.write(draftKey, null)
  }

  /** Someone else saved in between: their row becomes the base, my changes stay on top. */
  function rebase(fresh: Row): void {
    const mine = Object.fromEntries(dirty.value.map((name) => [name, cells[name]]))
    row.value = fresh
    Object.assign(start, cellsOf(columns, fresh, {}))
    Object.assign(cells, start, mine)
    problem.value = null
    keep()
  }

  async function submit(): Promise<Row | { id: string } | null> {
    const wrong = columns.filter((column) => !check(column))
    if (wrong.length) return null
    busy.value = true
    problem.value = null
    try {
      const saved = row.value ? await change(row.value) : await http.post<{ id: string }>(ledger.path, sent(columns), { idempotencyKey: key })
      drafts.write(draftKey, null)
      return saved
    } catch (failure) {
      problem.value = asProblem(failure)
      Object.assign(errors, problem.value.errors)
      // A refused intention and its correction are two intentions; a lost answer is not.
      if (!problem.value.passing) key = newKey()
      return null
    } finally {
      busy.value = false
    }
  }

  const change = (was: Row) =>
    http.patch<Row>(`${ledger.path}/${was.id}${correcting.value && moved.value.length ? '?correcting=true' : ''}`, { version: was.version, ...sent(columns.filter((column) => dirty.value.includes(column.name))) })

  function sent(which: Column[]): Cells {
    return Object.fromEntries(
      which.map((column) => {
        const read = readCell(column, cells[column.name])
        return [column.name, 'value' in read ? read.value : null]
      }),
    )
  }

  return { ledger, columns, row, cells, errors, dirty, moved, sinceDay, correcting, restored, busy, problem, check, set, reset, rebase, submit }
}

function cellsOf(columns: Column[], row: Row | null, seed: Cells): Cells {
  return Object.fromEntries(columns.map((column) => [column.name, row ? (row[column.name] ?? null) : (seed[column.name] ?? null)]))
}

export type Form = ReturnType<typeof useForm>
