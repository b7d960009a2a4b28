import '../styles/index.css'
import '../shell/shell.css'
import '../shell/rail.css'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../api/query-client'
import { i18n } from '../i18n'
import { router } from './router'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

/** Loading first activates the catalogue, so that the first paint already has its words. Not awaited at the top level: lazy chunks import this one. */
async function start(root: HTMLElement): Promise<void> {
  await router.load()
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
}

void start(place)
