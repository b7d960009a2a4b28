import { Trans } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { api, client } from '../api/client'
import { isStatus } from '../api/problems'

/** The same answer for every address; where no mail goes out, who to turn to. */
export function RequestForm() {
  const mail = useQuery(api.queryOptions('get', '/auth/mail'))
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => client.POST('/auth/password-requests', { body: { email } }) })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate()
  }
  const back = (
    <p>
      <Link to="/connexion" className="button-quiet">
        <Trans>Se connecter</Trans>
      </Link>
    </p>
  )
  if (mail.data?.sends === false) {
    return (
      <>
        <p className="soft">
          <Trans>Cette installation n’envoie pas de courrier. L’administrateur de votre organisation vous donnera un lien, depuis sa page Personnes.</Trans>
        </p>
        {back}
      </>
    )
  }
  if (ask.isSuccess) {
    return (
      <>
        <p role="status">
          <Trans>Si quelqu’un se connecte avec cette adresse, un lien vient de lui être envoyé. Il sert une fois, pendant trente minutes.</Trans>
        </p>
        {back}
      </>
    )
  }
  return (
    <form className="guest-form" onSubmit={submit}>
      <label className="field">
        <span>
          <Trans>Adresse e-mail</Trans>
        </span>
        <input required type="email" autoComplete="username" value={email} onChange={(event) => setEmail(event.target.value)} />
      </label>
      <p className="field-error" role="alert">
        {isStatus(ask.error, 429) ? (
          <Trans>Trop de demandes depuis ce réseau. Réessayez plus tard.</Trans>
        ) : ask.error ? (
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        ) : null}
      </p>
      <button className="button" disabled={ask.isPending}>
        <Trans>Recevoir un lien</Trans>
      </button>
    </form>
  )
}
