import { createRootRoute, retainSearchParams, type SearchSchemaInput } from '@tanstack/react-router'
import * as v from 'valibot'
import { activate, preferredLanguage } from '../i18n'
import { Root } from '../shell/Root'
import { NothingPage, NowherePage } from '../shell/Alone'
import { searchOf } from './search'

const langueOf = searchOf({ langue: v.picklist(['fr', 'en']) })

export const rootRoute = createRootRoute({
  validateSearch: (raw: { langue?: string } & SearchSchemaInput): { langue?: 'fr' | 'en' } => {
    const asked = langueOf(raw as Record<string, unknown>).langue
    // Said in the address it wins; otherwise the reader's own choice, written there when it is not the usual French.
    return { langue: asked ?? (preferredLanguage() === 'en' ? 'en' : undefined) }
  },
  // The language travels with every link of the application.
  search: { middlewares: [retainSearchParams(['langue'])] },
  beforeLoad: ({ search }) => activate(search.langue ?? 'fr'),
  component: Root,
  notFoundComponent: NowherePage,
  errorComponent: NothingPage,
})
