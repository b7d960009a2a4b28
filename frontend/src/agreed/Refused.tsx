import { Trans } from '@lingui/react/macro'
import { ApiError } from '../api/problems'

/** Why nothing was written; what was typed stays on the screen. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null
  const problem = error instanceof ApiError ? error : null
  return (
    <p className="field-error" role="alert">
      {problem?.status === 403 ? (
        <Trans>Cela revient à un responsable, dans les deux contrats, et l’accord à l’autre partie.</Trans>
      ) : problem?.problem.code === 'other_parties' ? (
        <Trans>Les deux contrats ne lient pas les deux mêmes parties.</Trans>
      ) : problem?.status === 409 ? (
        <Trans>Cela a changé entre-temps. Relisez la page, puis recommencez.</Trans>
      ) : (
        <Trans>Rien n’a été enregistré. Réessayez dans un instant.</Trans>
      )}
    </p>
  )
}
