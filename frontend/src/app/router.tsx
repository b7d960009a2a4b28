import { createRouter } from '@tanstack/react-router'
import { FailurePage } from '../shell/FailurePage'
import { NotFoundPage } from '../shell/NotFoundPage'
import { rootRoute } from './root-route'
import { actionRoute, actionsRoute, newActionRoute } from './routes/actions'
import { connectRoute, newSourceRoute, trialRoute } from './routes/connect'
import { contractRoute } from './routes/contract'
import { contractsRoute } from './routes/contracts'
import { beforeAfterRoute } from './routes/before-after'
import { biHelpRoute } from './routes/help'
import { homeRoute } from './routes/home'
import { indicatorRoute, indicatorsRoute } from './routes/indicator'
import { invitationRoute, passwordRoute } from './routes/joining'
import { keysRoute } from './routes/keys'
import { notificationsRoute, preferencesRoute } from './routes/notifications'
import { accessRoute, meRoute, organisationRoute, organisationsRoute, peopleRoute } from './routes/people'
import { accessibilityRoute, errorsRoute, glossaryRoute, helpRoute, legalRoute, openRoute, privacyRoute } from './routes/open'
import { pilotageRoute } from './routes/pilotage'
import { outgoingRoute, relayRoute, relayRulesRoute } from './routes/relay'
import { rightsRoute } from './routes/rights'
import { amendmentsRoute, newContractRoute, setUpRoute, termsRoute } from './routes/setup'
import { signInRoute } from './routes/sign-in'
import { signedInRoute } from './routes/signed-in'
import { sourcesRoute, ticketImportRoute } from './routes/sources'
import { surveysRoute } from './routes/surveys'
import { evaluationRoute, threadRoute, threadsRoute } from './routes/threads'
import { todayRoute } from './routes/today'
import { importRoute, surveyToolRoute, surveyToolsRoute, verbatimsRoute } from './routes/verbatims'
import { parseSearch, stringifySearch } from './search'

const routeTree = rootRoute.addChildren([
  signInRoute,
  invitationRoute,
  passwordRoute,
  openRoute.addChildren([privacyRoute, legalRoute, accessibilityRoute, helpRoute, glossaryRoute, errorsRoute]),
  signedInRoute.addChildren([
    homeRoute,
    contractsRoute,
    newContractRoute,
    contractRoute.addChildren([pilotageRoute, indicatorsRoute, indicatorRoute, verbatimsRoute, beforeAfterRoute, importRoute, surveyToolsRoute, surveyToolRoute, actionsRoute, newActionRoute, actionRoute, threadsRoute, threadRoute, evaluationRoute, surveysRoute, relayRoute, relayRulesRoute, outgoingRoute, rightsRoute, todayRoute, sourcesRoute, ticketImportRoute, newSourceRoute, connectRoute, trialRoute, setUpRoute, termsRoute, amendmentsRoute]),
    keysRoute,
    biHelpRoute,
    peopleRoute,
    accessRoute,
    organisationsRoute,
    organisationRoute,
    meRoute,
    notificationsRoute,
    preferencesRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // Inside the shell, where the page would have stood.
  defaultErrorComponent: FailurePage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
