import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './signed-in'

export const keysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cles',
  component: lazyRouteComponent(() => import('../../keys/KeysPage'), 'KeysPage'),
})
