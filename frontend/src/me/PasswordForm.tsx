import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf, isStatus } from '../api/problems'
import { PasswordField } from '../ui/PasswordField'
import { sessionsQuery } from './queries'

export function PasswordForm({ name, email }: { name: string; email: string }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const change = useMutation({
    mutationFn: () => client.PUT('/auth/password', { body: { current, password } }),
    onSuccess: async () => {
      setCurrent('')
      setPassword('')
      await queries.invalidateQueries(sessionsQuery)
    },
    onError: (error) => setRefused(faultsOf(error).includes('password') ? password : null),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.mutate()
  }
  const wrong = faultsOf(change.error)
  return (
    <section>
      <h2 className="ruled">
        <Trans>Changer le mot de passe</Trans>
      </h2>
      <form className="me-form" onSubmit={submit} aria-label={t`Changer le mot de passe`}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <label className="field">
          <span>
            <Trans>Mot de passe actuel</Trans>
          </span>
          <input
            required
            type="password"
            autoComplete="current-password"
            value={current}
            aria-invalid={wrong.includes('current')}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </label>
        <PasswordField value={password} onChange={setPassword} about={[name, email]} refused={refused === password && password !== ''} />
        <div className="me-acts">
          <button className="button" disabled={change.isPending}>
            <Trans>Changer le mot de passe</Trans>
          </button>
          <span role="status">{change.isSuccess ? <Trans>Changé. Vos autres sessions sont fermées.</Trans> : null}</span>
          <span className="field-error" role="alert">
            {wrong.includes('current') ? (
              <Trans>Ce n’est pas votre mot de passe actuel.</Trans>
            ) : isStatus(change.error, 429) ? (
              <Trans>Trop d’essais. Réessayez plus tard.</Trans>
            ) : change.error && !wrong.includes('password') ? (
              <Trans>Cela n’a pas abouti. Réessayez.</Trans>
            ) : null}
          </span>
        </div>
      </form>
    </section>
  )
}
