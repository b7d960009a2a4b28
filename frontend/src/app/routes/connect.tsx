import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { contractRoute } from './contract'

export const newSourceRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources/nouvelle',
  component: lazyRouteComponent(() => withItsWords(import('../../connect/NewSourcePage')), 'NewSourcePage'),
})

export const connectRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources/$sourceId/connexion',
  component: lazyRouteComponent(() => withItsWords(import('../../connect/ConnectPage')), 'ConnectPage'),
})

export const trialRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources/$sourceId/essai',
  component: lazyRouteComponent(() => withItsWords(import('../../health/TrialPage')), 'TrialPage'),
})
