import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf, isStatus } from '../api/problems'
import type { FunctionName } from '../api/types'
import { FunctionChoice } from './FunctionChoice'
import type { Handed } from './LinkOnce'
import { peopleQuery } from './queries'

interface InviteFormProps {
  organisationId: string
  first: boolean
  operator: boolean
  onInvited: (handed: Handed) => void
  onCancel: () => void
}

/** Who, with which functions, in which language. */
export function InviteForm({ organisationId, first, operator, onInvited, onCancel }: InviteFormProps) {
  const { t, i18n } = useLingui()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState<'fr' | 'en'>(i18n.locale === 'en' ? 'en' : 'fr')
  const [chosen, setChosen] = useState<FunctionName[]>(first ? [operator ? 'platform_admin' : 'administrator'] : [])
  const [asked, setAsked] = useState(false)
  const invite = useMutation({
    mutationFn: async () => {
      const { data } = await client.POST('/api/contracts/v1/organisations/{organisation_id}/invitations', {
        params: { path: { organisation_id: organisationId } },
        body: { name: name.trim(), email, language, functions: chosen },
      })
      return data!
    },
    onSuccess: async (made) => {
      onInvited({ link: made, name: made.name, email: made.email, purpose: 'invitation' })
      await queries.invalidateQueries(peopleQuery(organisationId))
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (chosen.length) invite.mutate()
  }
  const wrong = faultsOf(invite.error)
  return (
    <form className="people-form" onSubmit={submit} aria-label={t`Inviter une personne`}>
      <label className="field">
        <span>
          <Trans>Nom</Trans>
        </span>
        <input required autoFocus maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>
          <Trans>Adresse e-mail</Trans>
        </span>
        <input
          required
          type="email"
          autoComplete="off"
          value={email}
          aria-invalid={wrong.includes('email') || isStatus(invite.error, 409)}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <FunctionChoice chosen={chosen} onChange={setChosen} none={asked && !chosen.length} operator={operator} />
      <label className="field">
        <span>
          <Trans>Langue</Trans>
        </span>
        <select value={language} onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'fr')}>
          <option value="fr">Français</option>
          <option value="en">English</option>
        </select>
      </label>
      {invite.error ? (
        <p className="field-error" role="alert">
          {isStatus(invite.error, 409) ? (
            <Trans>Cette adresse appartient déjà à quelqu’un.</Trans>
          ) : wrong.includes('email') ? (
            <Trans>Cette adresse e-mail n’en est pas une.</Trans>
          ) : (
            <Trans>L’invitation n’a pas été faite. Réessayez.</Trans>
          )}
        </p>
      ) : null}
      <div className="people-acts">
        <button className="button" disabled={invite.isPending}>
          {invite.isPending ? <Trans>Invitation…</Trans> : <Trans>Inviter</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
