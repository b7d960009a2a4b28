import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withItsWords } from '../../i18n'
import { contractRoute } from './contract'

export const surveysRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'enquetes',
  component: lazyRouteComponent(() => withItsWords(import('../../surveys/SurveysPage')), 'SurveysPage'),
})
