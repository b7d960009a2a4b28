import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './signed-in'

export const contractsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contrats',
  component: lazyRouteComponent(() => import('../../contracts/ContractsPage'), 'ContractsPage'),
})
