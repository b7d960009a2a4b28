import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { contractsQuery } from '../contracts/queries'
import { addDays } from '../format/dates'
import { useToday } from '../format/use-today'
import { Answer } from '../ui/Answer'
import { keysQuery } from './queries'
import type { Secret } from './SecretOnce'

const USUAL_DAYS = 365

/** A name, the contracts it opens, and the day it ends. */
export function KeyForm({ onCreated, onCancel }: { onCreated: (secret: Secret) => void; onCancel: () => void }) {
  const { t } = useLingui()
  const id = useId()
  const today = useToday()
  const queries = useQueryClient()
  const contracts = useQuery(contractsQuery)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [ends, setEnds] = useState(addDays(today, USUAL_DAYS))
  const [asked, setAsked] = useState(false)
  const create = useMutation({
    mutationFn: async () => {
      const { data } = await client.POST('/auth/keys', { body: { name: name.trim(), contract_ids: [...chosen], expires_on: ends } })
      return data!
    },
    onSuccess: async (key) => {
      onCreated({ id: key.id, secret: key.secret, name: key.name })
      await queries.invalidateQueries(keysQuery)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (chosen.length) create.mutate()
  }
  const toggle = (contractId: string, on: boolean) =>
    setChosen(on ? [...chosen, contractId] : chosen.filter((one) => one !== contractId))
  const none = asked && !chosen.length
  return (
    <form className="key-form" onSubmit={submit} aria-label={t`Créer une clé`}>
      <label className="field">
        <span>
          <Trans>Nom, pour la reconnaître</Trans>
        </span>
        <input required maxLength={100} value={name} placeholder={t`Power BI du siège`} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </label>
      <fieldset className="field" aria-describedby={none ? `${id}-none` : undefined}>
        <legend>
          <Trans>Contrats qu’elle ouvre</Trans>
        </legend>
        <Answer query={contracts} height={80}>
          {({ items }) => (
            <ul className="plain">
              {items.map((contract) => (
                <li key={contract.id}>
                  <label className="choice">
                    <input
                      type="checkbox"
                      checked={chosen.includes(contract.id)}
                      onChange={(event) => toggle(contract.id, event.target.checked)}
                    />
                    {contract.title}
                  </label>
                </li>
              ))}
            </ul>
          )}
        </Answer>
        {none ? (
          <span id={`${id}-none`} className="field-error">
            <Trans>Choisissez au moins un contrat.</Trans>
          </span>
        ) : null}
      </fieldset>
      <label className="field">
        <span>
          <Trans>Dernier jour</Trans>
        </span>
        <input type="date" required min={addDays(today, 1)} value={ends} onChange={(event) => setEnds(event.target.value)} />
      </label>
      {create.isError ? (
        <p className="field-error" role="alert">
          <Trans>La clé n’a pas été créée. Vérifiez le dernier jour, puis réessayez.</Trans>
        </p>
      ) : null}
      <div className="key-acts">
        <button className="button" disabled={create.isPending}>
          {create.isPending ? <Trans>Création…</Trans> : <Trans>Créer la clé</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
