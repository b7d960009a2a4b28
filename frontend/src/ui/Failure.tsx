import { Trans } from '@lingui/react/macro'
import { ApiError, isStatus, Unreachable } from '../api/problems'
import { Refusal } from './Refusal'

/** An error of one panel stays in that panel. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof ApiError ? error.requestId : null
  return (
    <div className="notice alert" role="alert">
      <p>
        {error instanceof Unreachable || (error instanceof ApiError && error.status >= 500) ? (
          <Trans>Le service ne répond pas pour le moment.</Trans>
        ) : isStatus(error, 403) ? (
          <Refusal error={error}>
            <Trans>Votre fonction n’ouvre pas cette partie de la page.</Trans>
          </Refusal>
        ) : (
          <Trans>Cette partie de la page ne peut pas être affichée.</Trans>
        )}{' '}
        {reference ? (
          <span className="soft">
            <Trans>Référence : {reference}</Trans>
          </span>
        ) : null}
      </p>
      <button className="button-quiet" onClick={retry}>
        <Trans>Réessayer</Trans>
      </button>
    </div>
  )
}
