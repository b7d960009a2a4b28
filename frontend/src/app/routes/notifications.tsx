import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { searchOf } from '../search'
import { signedInRoute } from './signed-in'

export const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/notifications',
  validateSearch: searchOf({ contrat: v.pipe(v.string(), v.uuid()), vue: v.picklist(['toutes']) }),
  component: lazyRouteComponent(() => withItsWords(import('../../notifications/NotificationsPage')), 'NotificationsPage'),
})

export const preferencesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/notifications/preferences',
  component: lazyRouteComponent(() => withItsWords(import('../../notifications/PreferencesPage')), 'PreferencesPage'),
})
