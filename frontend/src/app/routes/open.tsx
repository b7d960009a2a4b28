import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queryClient } from '../../api/query-client'
import { sessionQuery } from '../../api/session'
import { withItsWords } from '../../i18n'
import { rootRoute } from '../root-route'

/** What everybody may read, signed in or not; without an answer on who reads, it is read as by a stranger. */
export const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  beforeLoad: () => queryClient.ensureQueryData(sessionQuery).catch(() => null),
  component: lazyRouteComponent(() => import('../../shell/OpenFrame'), 'OpenFrame'),
})

const notices = () => withItsWords(import('../../notices/NoticePages'))

export const privacyRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/confidentialite',
  component: lazyRouteComponent(notices, 'PrivacyPage'),
})

export const legalRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/mentions-legales',
  component: lazyRouteComponent(notices, 'LegalPage'),
})

export const accessibilityRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/accessibilite',
  component: lazyRouteComponent(notices, 'AccessibilityPage'),
})

export const helpRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/aide',
  component: lazyRouteComponent(() => withItsWords(import('../../help/HelpPage')), 'HelpPage'),
})

export const glossaryRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/aide/glossaire',
  component: lazyRouteComponent(() => withItsWords(import('../../help/GlossaryPage')), 'GlossaryPage'),
})

export const errorsRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/aide/erreurs',
  component: lazyRouteComponent(() => withItsWords(import('../../help/ErrorsPage')), 'ErrorsPage'),
})
