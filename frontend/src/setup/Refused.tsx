import { Trans } from '@lingui/react/macro'
import { ApiError } from '../api/problems'
import { Refusal } from '../ui/Refusal'
import { useSetUpWords } from './words'

interface RefusedProps {
  error: unknown
  /** What each field of the API is called on this screen. */
  labels?: Record<string, string>
}

/** Why nothing was written; what was typed stays on the screen. */
export function Refused({ error, labels = {} }: RefusedProps) {
  const words = useSetUpWords()
  if (!error) return null
  const status = error instanceof ApiError ? error.status : 0
  const code = error instanceof ApiError ? error.code : ''
  const held = error instanceof ApiError && Array.isArray(error.problem.held_by) ? (error.problem.held_by as string[]) : null
  const faults = error instanceof ApiError && Array.isArray(error.problem.errors) ? (error.problem.errors as { field: string; message: string }[]) : []
  const named = [...new Set(faults.map(({ field }) => labels[field] ?? labels[field.split('.')[0]!] ?? field))].join(', ')
  return (
    <p className="field-error" role="alert">
      {held ? (
        <Trans>Rien n’a été changé : {held.map(words.held).join(', ')}.</Trans>
      ) : status === 403 ? (
        <Refusal error={error}>
          <Trans>Votre fonction ne permet pas cet acte : un responsable de votre organisation peut l’accomplir.</Trans>
        </Refusal>
      ) : code === 'questions_open' ? (
        <Trans>Les quatre questions d’un engagement attendent encore quatre oui.</Trans>
      ) : code === 'amendment_settled' ? (
        <Trans>Cet avenant n’attend plus : il est en vigueur, refusé ou retiré.</Trans>
      ) : status === 409 || status === 412 ? (
        <Trans>Le contrat a changé entre-temps. Relisez-le, puis recommencez.</Trans>
      ) : named ? (
        <Trans>Rien n’a été enregistré. À corriger : {named}.</Trans>
      ) : (
        <Trans>Rien n’a été enregistré. Réessayez dans un instant.</Trans>
      )}
    </p>
  )
}
