import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type Address, readAddress, writeAddress } from './address.ts'
import { Fault, NotFound, Pending, RootFault } from './Faults.tsx'
import { fetchPage } from './pages.ts'
import { Root } from './Root.tsx'

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: RootFault,
  validateSearch: (search: Record<string, unknown>): Address => search as Address,
})

/** A path and the page shown there, fetched when first opened. */
const page = <const Path extends string, Name extends string>(path: Path, load: () => Promise<{ [name in Name]: unknown }>, name: Name) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(fetchPage(load) as () => Promise<Record<Name, () => never>>, name) })

/** Every page of the product: to add one, add a line. */
const pages = [
  page('/', () => import('../overview/MyWorkPage.tsx'), 'MyWorkPage'),
  page('/sign-in', () => import('../people/SignInPage.tsx'), 'SignInPage'),
  page('/start', () => import('../people/StartPage.tsx'), 'StartPage'),
  page('/password', () => import('../people/PasswordPage.tsx'), 'PasswordPage'),
  page('/people', () => import('../people/PeoplePage.tsx'), 'PeoplePage'),
  page('/people/$personId', () => import('../people/PersonPage.tsx'), 'PersonPage'),
  page('/bodies', () => import('../organisations/BodiesPage.tsx'), 'BodiesPage'),
  page('/bodies/$bodyId', () => import('../organisations/BodyPage.tsx'), 'BodyPage'),
  page('/classes', () => import('../organisations/ClassesPage.tsx'), 'ClassesPage'),
  page('/directives', () => import('../directives/DirectivesPage.tsx'), 'DirectivesPage'),
  page('/directives/new', () => import('../directives/ReadDirectivePage.tsx'), 'ReadDirectivePage'),
  page('/directives/$directiveId/review', () => import('../tasks/review/ReviewPage.tsx'), 'ReviewPage'),
  page('/directives/$directiveId/compare', () => import('../tasks/comparison/ComparePage.tsx'), 'ComparePage'),
  page('/directives/$directiveId', () => import('../overview/DirectivePage.tsx'), 'DirectivePage'),
  page('/directives/$directiveId/coverage', () => import('../plans/coverage/CoveragePage.tsx'), 'CoveragePage'),
  page('/directives/$directiveId/likeness', () => import('../plans/likeness/LikenessPage.tsx'), 'LikenessPage'),
  page('/incoming', () => import('../dissemination/IncomingPage.tsx'), 'IncomingPage'),
  page('/receipts/$receiptId', () => import('../dissemination/ReceiptPage.tsx'), 'ReceiptPage'),
  page('/obligations', () => import('../overview/ObligationsPage.tsx'), 'ObligationsPage'),
  page('/obligations/$obligationId', () => import('../tasks/ObligationPage.tsx'), 'ObligationPage'),
  page('/plans', () => import('../plans/PlansPage.tsx'), 'PlansPage'),
  page('/plans/$planId/likeness/$otherId', () => import('../plans/likeness/PairPage.tsx'), 'PairPage'),
  page('/plans/$planId', () => import('../plans/PlanPage.tsx'), 'PlanPage'),
  page('/urgings', () => import('../urging/UrgingsPage.tsx'), 'UrgingsPage'),
  page('/urgings/$urgingId', () => import('../urging/UrgingPage.tsx'), 'UrgingPage'),
  page('/notices', () => import('../urging/NoticesPage.tsx'), 'NoticesPage'),
  page('/notices/settings', () => import('../urging/NoticeSettingsPage.tsx'), 'NoticeSettingsPage'),
  page('/reminders', () => import('../urging/ReminderRulesPage.tsx'), 'ReminderRulesPage'),
  page('/overview', () => import('../overview/LeaderPage.tsx'), 'LeaderPage'),
] as const

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPendingComponent: Pending,
  defaultPendingMs: 400,
  defaultErrorComponent: Fault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
