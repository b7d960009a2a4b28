import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { searchOf } from '../search'
import { contractRoute } from './contract'

const day = v.pipe(v.string(), v.isoDate())

export const beforeAfterRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'avant-apres',
  validateSearch: searchOf({ kpi: v.string(), variante: v.picklist(['median', 'p90', 'mean']), du: day, au: day, avant_du: day, avant_au: day }),
  component: lazyRouteComponent(() => withItsWords(import('../../before-after/BeforeAfterPage')), 'BeforeAfterPage'),
})
