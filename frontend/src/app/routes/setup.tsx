import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { STEPS } from '../../contracts/step-names'
import { withItsWords } from '../../i18n'
import { day, searchOf } from '../search'
import { contractRoute } from './contract'
import { signedInRoute } from './signed-in'

export const newContractRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contrats/nouveau',
  component: lazyRouteComponent(() => withItsWords(import('../../setup/NewContractPage')), 'NewContractPage'),
})

export const setUpRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'mise-en-route',
  validateSearch: searchOf({ etape: v.picklist(STEPS) }),
  component: lazyRouteComponent(() => withItsWords(import('../../setup/SetUpPage')), 'SetUpPage'),
})

export const termsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'contrat',
  validateSearch: searchOf({ date: day }),
  component: lazyRouteComponent(() => withItsWords(import('../../setup/TermsPage')), 'TermsPage'),
})

export const amendmentsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'avenants',
  component: lazyRouteComponent(() => withItsWords(import('../../setup/AmendmentsPage')), 'AmendmentsPage'),
})
