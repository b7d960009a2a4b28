import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf } from '../api/problems'
import type { ProviderSettings } from '../api/types'
import { ConfirmButton } from '../ui/ConfirmButton'
import { Refusal } from '../ui/Refusal'
import { domainsOf } from './domains'
import { journalQuery, providerQuery } from './queries'

/** Issuer, client and domains; the secret is written and never read. */
export function ProviderForm({ provider }: { provider: ProviderSettings['provider'] }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [issuer, setIssuer] = useState(provider?.issuer ?? '')
  const [clientId, setClientId] = useState(provider?.client_id ?? '')
  const [secret, setSecret] = useState('')
  const [domains, setDomains] = useState(provider?.domains.join(', ') ?? '')
  const refresh = () => Promise.all([providerQuery, journalQuery].map((one) => queries.invalidateQueries({ queryKey: one.queryKey })))
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await client.PUT('/auth/provider', {
        body: { issuer: issuer.trim(), client_id: clientId.trim(), client_secret: secret || null, domains: domainsOf(domains) },
      })
      return data!
    },
    onSuccess: async ({ provider: kept }) => {
      setSecret('')
      setDomains(kept?.domains.join(', ') ?? '')
      await refresh()
    },
  })
  const remove = useMutation({
    mutationFn: () => client.DELETE('/auth/provider'),
    onSuccess: async () => {
      save.reset()
      for (const empty of [setIssuer, setClientId, setSecret, setDomains]) empty('')
      await refresh()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  const wrong = faultsOf(save.error)
  const secretKept = provider !== null && provider.issuer === issuer.trim()
  return (
    <form className="access-form" onSubmit={submit} aria-label={t`Fournisseur d’identité`}>
      <label className="field">
        <span>
          <Trans>Émetteur (issuer)</Trans>
        </span>
        <input required type="url" maxLength={500} autoComplete="off" spellCheck={false} placeholder="https://login.entreprise.example" value={issuer} aria-invalid={wrong.includes('issuer')} onChange={(event) => setIssuer(event.target.value)} />
      </label>
      <label className="field">
        <span>
          <Trans>Identifiant du client</Trans>
        </span>
        <input required maxLength={500} autoComplete="off" spellCheck={false} value={clientId} aria-invalid={wrong.includes('client_id')} onChange={(event) => setClientId(event.target.value)} />
      </label>
      <label className="field">
        <span>
          <Trans>Secret du client</Trans>
        </span>
        <input required={!secretKept} type="password" maxLength={1000} autoComplete="off" value={secret} aria-invalid={wrong.includes('client_secret')} onChange={(event) => setSecret(event.target.value)} />
        <span className="soft small">
          {secretKept ? <Trans>Laissé vide, le secret enregistré reste. Il n’est jamais montré.</Trans> : <Trans>Il est chiffré, et n’est jamais montré.</Trans>}
        </span>
      </label>
      <label className="field">
        <span>
          <Trans>Domaines des adresses, séparés par des virgules (facultatif)</Trans>
        </span>
        <input maxLength={4000} autoComplete="off" spellCheck={false} placeholder="entreprise.example" value={domains} aria-invalid={wrong.some((one) => one.startsWith('domains'))} onChange={(event) => setDomains(event.target.value)} />
        <span className="soft small">
          <Trans>Le fournisseur ne parle alors que pour ces adresses, et la page de connexion ne dit pas qui est invité.</Trans>
        </span>
      </label>
      <div className="access-acts">
        <button className="button" disabled={save.isPending}>
          <Trans>Enregistrer</Trans>
        </button>
        {provider ? (
          <ConfirmButton
            label={<Trans>Retirer ce fournisseur</Trans>}
            question={<Trans>Retirer ce fournisseur d’identité ? Chacun se connectera avec son mot de passe ; les sessions ouvertes le restent.</Trans>}
            confirm={<Trans>Retirer</Trans>}
            busy={remove.isPending}
            failed={remove.isError}
            act={() => remove.mutate()}
          />
        ) : null}
        <span role="status">{save.isSuccess ? <Trans>Enregistré.</Trans> : null}</span>
      </div>
      {save.error ? (
        <p className="field-error" role="alert">
          {wrong.includes('issuer') ? (
            <Trans>L’émetteur doit être une adresse publique qui commence par https://, telle que le fournisseur la nomme.</Trans>
          ) : wrong.includes('client_secret') ? (
            <Trans>D’un autre émetteur, le secret doit être donné de nouveau.</Trans>
          ) : wrong.length ? (
            <Trans>Un domaine ou l’identifiant n’a pas la forme attendue.</Trans>
          ) : (
            <Refusal error={save.error}>
              <Trans>Cela n’a pas abouti. Réessayez.</Trans>
            </Refusal>
          )}
        </p>
      ) : null}
    </form>
  )
}
