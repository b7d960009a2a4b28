import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { code, searchOf } from '../search'
import { contractRoute } from './contract'

const origin = v.pipe(v.string(), v.regex(/^[a-z]+(:[\x21-\x7e]{1,200})?$/))

export const actionsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'actions',
  validateSearch: searchOf({ porteur: v.picklist(['moi']), etat: v.picklist(['closes', 'toutes']), retard: v.picklist(['oui']), indicator: code, origin }),
  component: lazyRouteComponent(() => withItsWords(import('../../actions/ActionsPage')), 'ActionsPage'),
})

export const newActionRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'actions/new',
  validateSearch: searchOf({ origin, indicator: code, variant: v.picklist(['median', 'p90', 'mean']) }),
  component: lazyRouteComponent(() => withItsWords(import('../../actions/NewActionPage')), 'NewActionPage'),
})

export const actionRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'actions/$actionId',
  component: lazyRouteComponent(() => withItsWords(import('../../actions/ActionPage')), 'ActionPage'),
})
