import { ElMessage } from 'element-plus'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { t } from './i18n'
import { moduleRoutes, navEntries } from './modules'
import { keepPlaces } from './places'
import { useSession } from './session'
import { useUnits } from './units'

declare module 'vue-router' {
  interface RouteMeta {
    /** Reachable without a session. */
    open?: boolean
    /** Works without a network, for who was signed in last. */
    alone?: boolean
    /** The page speaks of the chosen unit, whose id then stands in the address as `institution`. */
    unit?: boolean
    /** Key of the words that name the page. */
    title?: string
  }
}

const routes: RouteRecordRaw[] = [...moduleRoutes]
if (!routes.some((route) => route.path === '/')) {
  routes.push({ path: '/', redirect: () => navEntries[0]?.to ?? '/organization' })
}
routes.push({ path: '/:rest(.*)*', name: 'nowhere', component: () => import('./shell/Nowhere.vue'), meta: { title: 'shell.nowhere' } })

export const router = createRouter({ history: createWebHistory(), routes })
keepPlaces(router)

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.known) await session.load(to.meta.alone)
  else if (session.away && !to.meta.alone && !(await reached(session))) return false
  if (!session.session && !to.meta.open) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  if (session.lacking && !to.meta.open && to.name !== 'account') return { name: 'account' }
  // Administrators see no ledgers: their day begins where their work is.
  if (to.path === '/' && session.session && !session.may('ledger.read')) return navEntries.find((entry) => session.opens(entry))?.to ?? '/account'
  if (session.session) useUnits().belongTo(session.session.account)
  return withUnit(to)
})

/** From a page that works without a network to one that does not. */
async function reached(session: ReturnType<typeof useSession>): Promise<boolean> {
  try {
    await session.load()
    return true
  } catch {
    ElMessage.warning(t('shell.awayOnly'))
    return false
  }
}

function withUnit(to: RouteLocationNormalized) {
  if (!to.meta.unit) return true
  const units = useUnits()
  const asked = to.query.institution
  if (typeof asked === 'string') {
    void units.adopt(asked)
    return true
  }
  return units.chosen ? { ...to, query: { ...to.query, institution: units.chosen.id }, replace: true } : true
}
