import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { month, searchOf } from '../search'
import { contractRoute } from './contract'

const uuid = v.pipe(v.string(), v.uuid())

export const relayRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'a-traiter',
  validateSearch: searchOf({ periode: month, etat: v.picklist(['replied', 'closed']), equipe: uuid, miens: v.picklist(['oui']), retard: v.picklist(['oui']), sorte: v.picklist(['felicitations']), retour: uuid }),
  component: lazyRouteComponent(() => withItsWords(import('../../relay/RelayPage')), 'RelayPage'),
})

export const relayRulesRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'a-traiter/regles',
  component: lazyRouteComponent(() => withItsWords(import('../../relay/RulesPage')), 'RulesPage'),
})

export const outgoingRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'a-traiter/outil',
  component: lazyRouteComponent(() => withItsWords(import('../../outgoing/OutgoingPage')), 'OutgoingPage'),
})
