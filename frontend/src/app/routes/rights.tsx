import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { contractRoute } from './contract'

export const rightsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'droits',
  component: lazyRouteComponent(() => withItsWords(import('../../rights/RightsPage')), 'RightsPage'),
})
