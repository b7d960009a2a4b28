import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './signed-in'

export const biHelpRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/aide/bi',
  component: lazyRouteComponent(() => import('../../help/BiHelpPage'), 'BiHelpPage'),
})
