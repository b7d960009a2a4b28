import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { signedInRoute } from './signed-in'

export const biHelpRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/aide/bi',
  component: lazyRouteComponent(() => withItsWords(import('../../help/BiHelpPage')), 'BiHelpPage'),
})
