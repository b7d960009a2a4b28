import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { signedInRoute } from './signed-in'

export const keysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cles',
  component: lazyRouteComponent(() => withItsWords(import('../../keys/KeysPage')), 'KeysPage'),
})
