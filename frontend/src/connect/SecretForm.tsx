import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { toolOf } from './tools'

interface SecretFormProps {
  sourceId: string
  system: string
  /** Of a second webhook of the same tool; the first one keeps its own. */
  beside?: boolean
  onDone: () => void
}

/** The secret that the tool shows; from then on what waits is verified. */
export function SecretForm({ sourceId, system, beside = false, onDone }: SecretFormProps) {
  const { i18n } = useLingui()
  const queries = useQueryClient()
  const tool = toolOf(system)
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
        <span>{i18n._(tool.secretLabel)}</span>
        {tool.secretHint ? <span className="soft small">{i18n._(tool.secretHint)}</span> : null}
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
