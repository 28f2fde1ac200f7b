import { say, t } from '../i18n'
import { useLedgers } from '../ledgers'
import { navEntries, type NavEntry } from '../modules'
import { useSession } from '../session'
import { iconOf } from '@/ui/icons'

export interface NavItem {
  to: string
  label: string
  icon: string
}

export interface NavList {
  id: string
  label: string
  icon: string
  items: NavItem[]
  /** A module with its ledgers folds; the plain entries do not. */
  folds: boolean
}

const moduleOrder = ['organization', 'premises', 'fleet', 'energy', 'telemetry', 'assets', 'reception', 'funds', 'datasecurity', 'supervision', 'calendar', 'law', 'identity']

export function navGroups(): NavList[] {
  return [plain('work'), ...ledgerGroups(), plain('base'), plain('system')].filter((group) => group.items.length > 0)
}

function plain(section: NavEntry['section']): NavList {
  const session = useSession()
  const items = navEntries
    .filter((entry) => entry.section === section && session.opens(entry))
    .map((entry) => ({ to: entry.to, label: t(entry.label), icon: entry.icon }))
  return { id: section, label: t(`nav.${section}`), icon: '', items, folds: false }
}

function ledgerGroups(): NavList[] {
  const place = (module: string) => (moduleOrder.indexOf(module) + 100) % 100
  return [...useLedgers().byModule.entries()]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([module, ledgers]) => ({
      id: module,
      label: moduleName(module),
      icon: iconOf[module] ?? 'table',
      folds: true,
      items: ledgers.map((ledger) => ({ to: `/ledgers/${ledger.path}`, label: say(ledger.title), icon: '' })),
    }))
}

export function moduleName(module: string): string {
  const key = `module.${module}`
  const name = t(key)
  return name === key ? module : name
}
