import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { searchOf } from '../search'
import { contractRoute } from './contract'

export const sourcesRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources',
  validateSearch: searchOf({
    source: v.pipe(v.string(), v.maxLength(80)),
    sort: v.picklist(['accepted', 'duplicate', 'malformed', 'rejected_signature', 'rejected_stale', 'unverified']),
  }),
  component: lazyRouteComponent(() => withItsWords(import('../../sources/SourcesPage')), 'SourcesPage'),
})

export const ticketImportRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'sources/$sourceId/reprise',
  component: lazyRouteComponent(() => withItsWords(import('../../ticket-imports/TicketImportPage')), 'TicketImportPage'),
})
