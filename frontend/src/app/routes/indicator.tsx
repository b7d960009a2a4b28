import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { month, searchOf } from '../search'
import { contractRoute } from './contract'

export const indicatorRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'indicateurs/$code',
  validateSearch: searchOf({
    variante: v.picklist(['median', 'p90', 'mean']),
    periode: month,
    vue: v.picklist(['jours', 'mois', 'controle']),
    dimension: v.picklist(['channel', 'site', 'country', 'queue', 'lot', 'reason', 'priority', 'tag', 'handled']),
    valeur: v.pipe(v.string(), v.maxLength(120)),
    comptes: v.picklist(['in', 'out', 'numerator', 'not_numerator']),
  }),
  component: lazyRouteComponent(() => withItsWords(import('../../indicator/IndicatorPage')), 'IndicatorPage'),
})

export const indicatorsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'indicateurs',
  validateSearch: searchOf({ periode: month }),
  component: lazyRouteComponent(() => withItsWords(import('../../indicators/IndicatorsPage')), 'IndicatorsPage'),
})
