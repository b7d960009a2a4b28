import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { sessionQuery } from '../api/session'
import { CodeField, OwnPassword, Why } from './Fields'
import { secondFactorQuery, sessionsQuery } from './queries'

/** Password and code: whoever finds this browser open takes nothing away. */
export function RemoveForm({ onRemoved, onCancel }: { onRemoved: () => void; onCancel: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const remove = useMutation({
    mutationFn: () => client.POST('/auth/second-factor/removals', { body: { password, code } }),
    onSuccess: async () => {
      onRemoved()
      await Promise.all([secondFactorQuery, sessionsQuery, sessionQuery].map((one) => queries.invalidateQueries({ queryKey: one.queryKey })))
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    remove.mutate()
  }
  return (
    <form className="me-form" onSubmit={submit} aria-label={t`Désactiver la double authentification`}>
      <p>
        <Trans>Le mot de passe seul ouvrira de nouveau votre compte. Vos autres sessions se ferment.</Trans>
      </p>
      <OwnPassword value={password} onChange={setPassword} error={remove.error} />
      <CodeField value={code} onChange={setCode} error={remove.error} recovery />
      <div className="me-acts">
        <button className="button" disabled={remove.isPending}>
          <Trans>Désactiver</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
        <Why error={remove.error} />
      </div>
    </form>
  )
}
