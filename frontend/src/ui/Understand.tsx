import './pages.css'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** One line for who comes to a page for the first time. */
export function Understand({ children }: { children: ReactNode }) {
  return (
    <details className="understand soft small no-print">
      <summary>
        <Trans>Comprendre cette page</Trans>
      </summary>
      <p>{children}</p>
    </details>
  )
}
