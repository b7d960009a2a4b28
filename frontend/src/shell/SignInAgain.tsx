import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { hostSignIn, signInWanted } from '../api/sign-in-again'

const Dialog = lazy(() => import('../sign-in/SignInAgainDialog'))

/** Over the page, when the session ended meanwhile: what was typed below stays, and what was asked is asked again. */
export function SignInAgain() {
  useEffect(hostSignIn, [])
  const wanted = useSyncExternalStore(signInWanted.subscribe, signInWanted.get)
  return wanted ? (
    <Suspense>
      <Dialog />
    </Suspense>
  ) : null
}
