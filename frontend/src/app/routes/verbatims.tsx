import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { withItsWords } from '../../i18n'
import { code, month, searchOf } from '../search'
import { contractRoute } from './contract'

export const verbatimsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'verbatims',
  validateSearch: searchOf({
    periode: month,
    question: v.picklist(['nps', 'csat', 'ces', 'fcr_declared']),
    note: v.pipe(v.string(), v.regex(/^(\d|10)$/)),
    mots: v.picklist(['tous']),
    notes: v.picklist(['basses']),
    theme: code,
    file: v.pipe(v.string(), v.maxLength(80)),
    q: v.pipe(v.string(), v.maxLength(200)),
  }),
  component: lazyRouteComponent(() => withItsWords(import('../../verbatims/VerbatimsPage')), 'VerbatimsPage'),
})

export const surveyToolsRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'verbatims/outils',
  component: lazyRouteComponent(() => withItsWords(import('../../survey-tools/SurveyToolsPage')), 'SurveyToolsPage'),
})

export const surveyToolRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'verbatims/outils/$toolId',
  component: lazyRouteComponent(() => withItsWords(import('../../survey-tools/SurveyToolPage')), 'SurveyToolPage'),
})

export const importRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'verbatims/importer',
  component: lazyRouteComponent(() => withItsWords(import('../../imports/ImportPage')), 'ImportPage'),
})
