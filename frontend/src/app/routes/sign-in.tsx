import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { REFUSALS } from '../../sign-in/reasons'
import { rootRoute } from '../root-route'
import { searchOf } from '../search'

/** Only a path of our own: an address from elsewhere is never followed. */
const ownPath = v.pipe(v.string(), v.regex(/^\/(?![/\\])/))

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  validateSearch: searchOf({
    retour: ownPath,
    /** The first step is made, at the provider of one's organisation. */
    etape: v.picklist(['code']),
    refus: v.picklist(REFUSALS),
    organisation: v.pipe(v.string(), v.uuid()),
  }),
  component: lazyRouteComponent(() => import('../../sign-in/SignInPage'), 'SignInPage'),
})
