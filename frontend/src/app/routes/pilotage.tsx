import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { queryClient } from '../../api/query-client'
import type { Contract } from '../../api/types'
import { contractQuery } from '../../contracts/queries'
import { figuresQuery, freshnessQuery } from '../../indicators/queries'
import { viewOf } from '../../pilotage/view'
import { code, month, searchOf } from '../search'
import { contractRoute } from './contract'

const validateSearch = searchOf({
  periode: month,
  comparer: v.picklist(['mois', 'annee', 'aucune']),
  kpi: code,
  tri: v.picklist(['ecart', '-ecart', 'nom', '-nom', 'etat', '-etat']),
  variante: v.picklist(['median', 'p90', 'mean']),
})

export const pilotageRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'pilotage',
  validateSearch,
  loaderDeps: ({ search: { periode, comparer } }) => ({ periode, comparer }),
  // The figures are asked for while the code of the page is still on its way.
  loader: ({ params: { contractId }, deps }) => {
    const zone = queryClient.getQueryData<Contract>(contractQuery(contractId).queryKey)?.zone ?? 'Europe/Paris'
    const { period, compared } = viewOf(deps, zone)
    void queryClient.prefetchQuery(figuresQuery(contractId, period))
    if (compared) void queryClient.prefetchQuery(figuresQuery(contractId, compared))
    void queryClient.prefetchQuery(freshnessQuery(contractId))
  },
  component: lazyRouteComponent(() => import('../../pilotage/PilotagePage'), 'PilotagePage'),
})
