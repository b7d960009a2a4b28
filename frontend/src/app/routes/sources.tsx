import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { day, searchOf } from '../search'
import { contractRoute } from './contract'

/** A day, or an hour of it on the clocks of the contract's zone. */
const moment = v.pipe(
  v.string(),
  v.check((text) => v.is(day, text.slice(0, 10)) && /^(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10))),
)

export const sourcesRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources',
  validateSearch: searchOf({
    source: v.pipe(v.string(), v.maxLength(80)),
    sort: v.picklist(['accepted', 'duplicate', 'malformed', 'rejected_signature', 'rejected_stale', 'unverified']),
    conflit: v.picklist(['oui', 'non']),
    horloge: v.picklist(['avance', 'juste']),
    origine: v.picklist(['live', 'replay', 'held', 'import']),
    du: moment,
    au: moment,
  }),
  component: lazyRouteComponent(() => withItsWords(import('../../sources/SourcesPage')), 'SourcesPage'),
})

export const ticketImportRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources/$sourceId/reprise',
  component: lazyRouteComponent(() => withItsWords(import('../../ticket-imports/TicketImportPage')), 'TicketImportPage'),
})
