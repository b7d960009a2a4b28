import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { code, month, searchOf } from '../search'
import { contractRoute } from './contract'

export const pilotageRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'pilotage',
  validateSearch: searchOf({
    periode: month,
    comparer: v.picklist(['mois', 'annee', 'aucune']),
    kpi: code,
    tri: v.picklist(['ecart', '-ecart', 'nom', '-nom', 'etat', '-etat']),
    variante: v.picklist(['median', 'p90', 'mean']),
  }),
  component: lazyRouteComponent(() => import('../../pilotage/PilotagePage'), 'PilotagePage'),
})
