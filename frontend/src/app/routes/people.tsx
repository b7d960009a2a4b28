import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { signedInRoute } from './signed-in'

export const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organisation/personnes',
  component: lazyRouteComponent(() => withItsWords(import('../../people/PeoplePage')), 'PeoplePage'),
})

export const accessRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organisation/connexion',
  component: lazyRouteComponent(() => withItsWords(import('../../access/AccessPage')), 'AccessPage'),
})

export const organisationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/organisations',
  component: lazyRouteComponent(() => withItsWords(import('../../people/OrganisationsPage')), 'OrganisationsPage'),
})

export const organisationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/organisations/$organisationId',
  component: lazyRouteComponent(() => withItsWords(import('../../people/OrganisationPage')), 'OrganisationPage'),
})

export const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/moi',
  component: lazyRouteComponent(() => withItsWords(import('../../me/MePage')), 'MePage'),
})
