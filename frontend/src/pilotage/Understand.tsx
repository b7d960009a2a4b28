import { Trans } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { withItsWords } from '../i18n'

const UnderstandWords = lazy(() => withItsWords(import('./UnderstandWords').then((found) => ({ default: found.UnderstandWords }))))

/** One line, opened by whoever needs it; what it says comes then. */
export function Understand() {
  const [opened, setOpened] = useState(false)
  return (
    <details className="understand" onToggle={() => setOpened(true)}>
      <summary>
        <Trans>Comprendre cette page</Trans>
      </summary>
      <div className="prose">{opened ? <Suspense fallback={null}><UnderstandWords /></Suspense> : null}</div>
    </details>
  )
}
