import { Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf, isStatus } from '../api/problems'
import type { PersonalLink } from '../api/types'
import { PasswordField } from '../ui/PasswordField'
import { forgetToken } from './use-token'

export function NewPasswordForm({ token, link }: { token: string; link: PersonalLink }) {
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const reset = useMutation({
    mutationFn: () => client.POST('/auth/password-resets', { body: { token, password } }),
    onSuccess: forgetToken,
    onError: (error) => setRefused(faultsOf(error).includes('password') ? password : null),
  })
  if (reset.isSuccess) {
    return (
      <>
        <p role="status">
          <Trans>Votre mot de passe est changé, et vous êtes déconnecté partout.</Trans>
        </p>
        <p>
          <Link to="/connexion" className="button">
            <Trans>Se connecter</Trans>
          </Link>
        </p>
      </>
    )
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    reset.mutate()
  }
  return (
    <form className="guest-form" onSubmit={submit}>
      <p className="soft">
        <Trans>Pour l’accès de {link.email}.</Trans>
      </p>
      <input type="email" autoComplete="username" value={link.email ?? ''} readOnly hidden />
      <PasswordField value={password} onChange={setPassword} about={[link.name ?? '', link.email ?? '']} refused={refused === password && password !== ''} />
      <p className="field-error" role="alert">
        {isStatus(reset.error, 404) ? (
          <Trans>Ce lien n’ouvre plus rien.</Trans>
        ) : reset.error && !faultsOf(reset.error).includes('password') ? (
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        ) : null}
      </p>
      <button className="button" disabled={reset.isPending}>
        {reset.isPending ? <Trans>Vérification…</Trans> : <Trans>Changer le mot de passe</Trans>}
      </button>
    </form>
  )
}
