import { Trans } from '@lingui/react/macro'
import { ApiError } from '../api/problems'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'

interface Kept {
  author: { name: string | null; side: 'donneur_ordre' | 'sous_traitant' } | null
  written_at: string | null
}

/** Who wrote what holds, for both parties. */
export function WrittenBy({ author, written_at: at }: Kept) {
  const format = useFormat()
  if (!author || !at) return null
  return (
    <p className="soft small relay-step">
      <span>
        <Trans>Écrit le {format.instant(at, true)}</Trans>
      </span>
      <PartyMark side={author.side} />
      <span>{author.name}</span>
    </p>
  )
}

/** Why a list was not kept. */
export function NotKept({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <p className="field-error" role="alert">
      {error instanceof ApiError && error.status === 412 ? (
        <Trans>Quelqu’un a changé cette liste entre-temps. Rechargez la page, puis recommencez.</Trans>
      ) : error instanceof ApiError && error.status === 422 ? (
        <Trans>Une valeur ne convient pas : {fieldOf(error)}.</Trans>
      ) : (
        <Trans>Cela n’a pas abouti. Réessayez.</Trans>
      )}
    </p>
  )
}

function fieldOf(error: ApiError): string {
  const errors = error.problem['errors'] as { field: string; message: string }[] | undefined
  return errors?.[0] ? `${errors[0].field} (${errors[0].message})` : '–'
}
