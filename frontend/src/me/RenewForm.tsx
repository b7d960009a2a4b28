import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { CodeField, Why } from './Fields'
import { secondFactorQuery } from './queries'

/** Ten other recovery codes, against a code. */
export function RenewForm({ onDrawn, onCancel }: { onDrawn: (codes: readonly string[]) => void; onCancel: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const draw = useMutation({
    mutationFn: async () => (await client.POST('/auth/second-factor/recovery-codes', { body: { code } })).data!,
    onSuccess: async ({ recovery_codes: codes }) => {
      onDrawn(codes)
      await queries.invalidateQueries(secondFactorQuery)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    draw.mutate()
  }
  return (
    <form className="me-form" onSubmit={submit} aria-label={t`Créer dix autres codes de secours`}>
      <p>
        <Trans>Les codes de secours d’avant n’ouvriront plus rien.</Trans>
      </p>
      <CodeField value={code} onChange={setCode} error={draw.error} recovery />
      <div className="me-acts">
        <button className="button" disabled={draw.isPending}>
          <Trans>Créer les codes</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
        <Why error={draw.error} />
      </div>
    </form>
  )
}
