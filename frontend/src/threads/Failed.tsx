import { Trans } from '@lingui/react/macro'
import { ApiError, faultsOf } from '../api/problems'

/** Why it was not sent; nothing typed is lost. */
export function Failed({ error }: { error: unknown }) {
  if (!error) return null
  const status = error instanceof ApiError ? error.status : 0
  return (
    <p className="field-error" role="alert">
      {status === 409 ? (
        <Trans>L’échange a changé entre-temps. Relisez-le, puis recommencez.</Trans>
      ) : status === 403 ? (
        <Trans>Votre fonction ne permet pas d’écrire ici.</Trans>
      ) : faultsOf(error).length ? (
        <Trans>Une valeur n’est pas de celles attendues. Relisez les champs.</Trans>
      ) : (
        <Trans>Le message n’est pas parti. Réessayez.</Trans>
      )}
    </p>
  )
}
