import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError, isPassing, isStatus } from '../api/problems'
import { Refusal } from '../ui/Refusal'
import { useTitle } from '../ui/use-title'
import { NotFoundPage } from './NotFoundPage'

/** Where a page that cannot be shown would have stood. */
export function FailurePage({ error }: ErrorComponentProps) {
  if (isStatus(error, 404)) return <NotFoundPage />
  if (isStatus(error, 403)) return <Forbidden error={error} />
  return isPassing(error) || isLostChunk(error) ? <Away error={error} /> : <Broken error={error} />
}

/** A part of the application itself could not be fetched: the network, or a newer version put in its place. */
const isLostChunk = (error: unknown) => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)

function Forbidden({ error }: { error: unknown }) {
  const { t } = useLingui()
  useTitle(t`Accès refusé`)
  return (
    <section className="empty">
      <h1>
        <Trans>Votre fonction n’ouvre pas cette page.</Trans>
      </h1>
      <p>
        <Refusal error={error}>
          <Trans>L’administrateur de votre organisation peut vous donner une autre fonction.</Trans>
        </Refusal>
      </p>
      <Link to="/contrats" className="button">
        <Trans>Voir mes contrats</Trans>
      </Link>
    </section>
  )
}

/** How often a page that had no answer asks again by itself. */
const AGAIN_MS = 5000

function Away({ error }: { error: unknown }) {
  const { t } = useLingui()
  const router = useRouter()
  useTitle(t`Hors ligne`)
  const lost = isLostChunk(error)
  useEffect(() => {
    // The browser remembers that a chunk failed: only a new page asks for it again.
    const again = () => (lost ? window.location.reload() : void router.invalidate())
    const timer = lost ? undefined : setInterval(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [router, lost])
  return (
    <section className="empty">
      <h1>
        <Trans>Copil ne répond pas.</Trans>
      </h1>
      <p>
        <Trans>Votre connexion est peut-être coupée, ou un service redémarre. La page se chargera d’elle-même dès qu’il répondra.</Trans>
      </p>
      <Reference error={error} />
      <button className="button" onClick={() => (lost ? window.location.reload() : void router.invalidate())}>
        <Trans>Réessayer</Trans>
      </button>
    </section>
  )
}

function Broken({ error }: { error: unknown }) {
  const { t } = useLingui()
  useTitle(t`Indisponible`)
  return (
    <section className="empty">
      <h1>
        <Trans>Cette page ne peut pas être affichée.</Trans>
      </h1>
      <Reference error={error} />
      <button className="button" onClick={() => window.location.reload()}>
        <Trans>Réessayer</Trans>
      </button>
    </section>
  )
}

function Reference({ error }: { error: unknown }) {
  const reference = error instanceof ApiError ? error.requestId : null
  return reference ? (
    <p className="soft small">
      <Trans>Référence : {reference}</Trans>
    </p>
  ) : null
}
