import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf, isStatus } from '../api/problems'
import type { PersonalLink } from '../api/types'
import { PasswordField } from '../ui/PasswordField'
import { forgetToken } from './use-token'

/** Name and password; the first administrator, whom nobody invited, also says their address. */
export function JoiningForm({ token, link }: { token: string; link: PersonalLink }) {
  const { i18n } = useLingui()
  const first = link.purpose === 'first_administrator'
  const [name, setName] = useState(link.name ?? '')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const join = useMutation({
    mutationFn: () =>
      client.POST('/auth/joinings', {
        body: { token, name: name.trim(), password, language: i18n.locale === 'en' ? 'en' : 'fr', ...(first ? { email } : {}) },
      }),
    onSuccess: () => {
      forgetToken()
      // A page of its own: nothing that was read as a guest is remembered there.
      window.location.assign(`/${i18n.locale === 'en' ? '?langue=en' : ''}`)
    },
    onError: (error) => setRefused(faultsOf(error).includes('password') ? password : null),
  })
  const wrong = faultsOf(join.error)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    join.mutate()
  }
  return (
    <form className="guest-form" onSubmit={submit}>
      <label className="field">
        <span>
          <Trans>Votre nom</Trans>
        </span>
        <input required maxLength={200} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {first ? (
        <label className="field">
          <span>
            <Trans>Adresse e-mail</Trans>
          </span>
          <input
            required
            type="email"
            autoComplete="username"
            value={email}
            aria-invalid={wrong.includes('email')}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
      ) : (
        // For password managers, which keep the address with the password.
        <input type="email" autoComplete="username" value={link.email ?? ''} readOnly hidden />
      )}
      <PasswordField value={password} onChange={setPassword} about={[name, email || (link.email ?? '')]} refused={refused === password && password !== ''} />
      <p className="field-error" role="alert">
        {isStatus(join.error, 404) ? (
          <Trans>Ce lien n’ouvre plus rien.</Trans>
        ) : isStatus(join.error, 409) ? (
          <Trans>Cette adresse appartient déjà à quelqu’un.</Trans>
        ) : wrong.includes('email') ? (
          <Trans>Cette adresse e-mail n’en est pas une.</Trans>
        ) : join.error && !wrong.includes('password') ? (
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        ) : null}
      </p>
      <button className="button" disabled={join.isPending}>
        {join.isPending ? <Trans>Vérification…</Trans> : <Trans>Entrer</Trans>}
      </button>
    </form>
  )
}
