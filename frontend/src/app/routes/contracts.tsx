import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { signedInRoute } from './signed-in'

export const contractsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contrats',
  component: lazyRouteComponent(() => withItsWords(import('../../contracts/ContractsPage')), 'ContractsPage'),
})
