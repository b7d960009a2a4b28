import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { contractRoute } from './contract'

export const todayRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'equipe',
  component: lazyRouteComponent(() => withItsWords(import('../../today/TodayPage')), 'TodayPage'),
})
