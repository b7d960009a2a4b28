import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { rootRoute } from '../root-route'

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => withItsWords(import('../../joining/InvitationPage')), 'InvitationPage'),
})

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe',
  component: lazyRouteComponent(() => withItsWords(import('../../joining/PasswordPage')), 'PasswordPage'),
})
