import { Trans, useLingui } from '@lingui/react/macro'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError, isStatus, Unreachable } from '../api/problems'
import { useTitle } from '../ui/use-title'
import { NotFoundPage } from './NotFoundPage'

export function FailurePage({ error }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  useTitle(t`Indisponible`)
  if (isStatus(error, 404)) return <NotFoundPage />
  return (
    <section className="empty">
      <h1>{error instanceof Unreachable ? <Trans>Copil ne répond pas.</Trans> : <Trans>Cette page ne peut pas être affichée.</Trans>}</h1>
      {error instanceof ApiError && error.requestId ? (
        <p className="soft">
          <Trans>Référence : {error.requestId}</Trans>
        </p>
      ) : null}
      <button className="button" onClick={() => void router.invalidate()}>
        <Trans>Réessayer</Trans>
      </button>
    </section>
  )
}
