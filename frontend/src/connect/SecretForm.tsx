import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'

interface SecretFormProps {
  sourceId: string
  system: string
  /** Of a second webhook of the same tool; the first one keeps its own. */
  beside?: boolean
  onDone: () => void
}

/** The secret that the tool shows; from then on what waits is verified. */
export function SecretForm({ sourceId, system, beside = false, onDone }: SecretFormProps) {
  const queries = useQueryClient()
  const [secret, setSecret] = useState('')
  const give = useMutation({
    mutationFn: () =>
      client.POST('/api/kpi/v1/sources/{source_id}/secrets', { params: { path: { source_id: sourceId } }, body: { secret: secret.trim(), overlap_seconds: 0, beside } }),
    onSuccess: async () => {
      setSecret('')
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/kpi/v1/') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    give.mutate()
  }
  return (
    <form className="connect-form no-print" onSubmit={submit}>
      <label className="field">
        <span>
          {system === 'zendesk' ? <Trans>Secret de signature, lu dans Zendesk sous « Révéler le secret »</Trans> : <Trans>Secret de l’outil</Trans>}
        </span>
        <input required maxLength={500} autoComplete="off" spellCheck={false} value={secret} onChange={(event) => setSecret(event.target.value)} />
      </label>
      {give.error ? (
        <p className="field-error" role="alert">
          <Trans>Ce secret n’a pas la forme de ceux de cet outil. Recopiez-le en entier.</Trans>
        </p>
      ) : null}
      <div>
        <button className="button" disabled={give.isPending}>
          <Trans>Enregistrer le secret</Trans>
        </button>
      </div>
    </form>
  )
}
