import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { searchOf } from '../search'
import { contractRoute } from './contract'

export const threadsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'echanges',
  validateSearch: searchOf({
    attente: v.picklist(['nous', 'eux']),
    etat: v.picklist(['clos']),
    about: v.pipe(v.string(), v.regex(/^[a-z]+:[\x21-\x7e]{1,200}$/)),
  }),
  component: lazyRouteComponent(() => withItsWords(import('../../threads/ThreadsPage')), 'ThreadsPage'),
})

export const threadRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'echanges/$threadId',
  component: lazyRouteComponent(() => withItsWords(import('../../threads/ThreadPage')), 'ThreadPage'),
})

export const evaluationRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'evaluation',
  component: lazyRouteComponent(() => withItsWords(import('../../evaluations/EvaluationPage')), 'EvaluationPage'),
})
