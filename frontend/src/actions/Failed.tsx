import { Trans } from '@lingui/react/macro'
import { ApiError, faultsOf } from '../api/problems'
import { Refusal } from '../ui/Refusal'

/** Why it did not work, and what to do; nothing typed is lost. */
export function Failed({ error }: { error: unknown }) {
  if (!error) return null
  const status = error instanceof ApiError ? error.status : 0
  return (
    <p className="field-error" role="alert">
      {status === 403 ? (
        <Refusal error={error as ApiError}>
          <Trans>Cet acte revient à l’autre partie, ou votre fonction ne le permet pas.</Trans>
        </Refusal>
      ) : status === 409 || status === 412 ? (
        <Trans>Quelqu’un a agi entre-temps. Relisez, puis recommencez.</Trans>
      ) : faultsOf(error).length ? (
        <Trans>Une valeur n’est pas de celles attendues. Relisez les champs.</Trans>
      ) : (
        <Trans>Cela n’a pas abouti. Réessayez.</Trans>
      )}
    </p>
  )
}
