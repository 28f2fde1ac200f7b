import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { FindingItem, ObjectView, Row } from '@/api/types'

/** What a capability folder tells the console: capabilities/<module>/module.ts exports one of these as default. */
export interface ConsoleModule {
  routes?: RouteRecordRaw[]
  nav?: NavEntry[]
  panels?: ObjectPanel[]
  actions?: ConsoleAction[]
  rowLinks?: RowLink[]
  evidence?: EvidencePart[]
  /** What is put away when somebody signs out. */
  leave?: () => Promise<void>
}

/** Something one does rather than a page one visits, found by ⌘K: "导入台账". */
export interface ConsoleAction {
  to: string
  label: string
  icon: string
  permission?: string
}

export interface NavEntry {
  to: string
  /** Key of its words. */
  label: string
  icon: string
  section: 'work' | 'base' | 'system'
  order: number
  /** Any one of them. */
  permission?: string | string[]
  /** Only for who may it in the whole house. */
  everywhere?: boolean
}

/** A part of an object page that only some kinds have: a stack plan, a load curve. It is given `{ view: ObjectView }`. */
export interface ObjectPanel {
  kinds: string[]
  id: string
  label: string
  order: number
  component: Component
  when?: (view: ObjectView) => boolean
}

/** From a row of a ledger straight to what only its objects have. */
export interface RowLink {
  ledger: string
  icon: string
  label: string
  to: (row: Row) => string
}

/** What some rules saw (all of them, where none is named), as a part of the page of their findings. It is given `{ finding: FindingItem }`. */
export interface EvidencePart {
  rules?: string[]
  component: Component
  when?: (finding: FindingItem) => boolean
}

const found = import.meta.glob<{ default: ConsoleModule }>('../capabilities/*/module.ts', { eager: true })
const modules = Object.values(found).map((file) => file.default)

export const moduleRoutes = modules.flatMap((module) => module.routes ?? [])
export const navEntries = modules.flatMap((module) => module.nav ?? []).sort((a, b) => a.order - b.order)
export const objectPanels = modules.flatMap((module) => module.panels ?? []).sort((a, b) => a.order - b.order)
export const consoleActions = modules.flatMap((module) => module.actions ?? [])
export const rowLinks = modules.flatMap((module) => module.rowLinks ?? [])
export const evidenceParts = modules.flatMap((module) => module.evidence ?? [])
/** Nobody is kept from leaving by a store that does not open. */
export const putAway = () => Promise.race([Promise.allSettled(modules.map((one) => one.leave?.())), new Promise((resolve) => setTimeout(resolve, 3_000))])
