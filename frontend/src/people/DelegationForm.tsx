import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf } from '../api/problems'
import type { Delegation, FunctionName, Person } from '../api/types'
import { delegationsQuery } from './delegations'
import { FunctionChoice } from './FunctionChoice'
import { IN_A_CONTRACT } from './functions'

interface DelegationFormProps {
  contractId: string
  person: Person
  present: Delegation | undefined
  onDone: () => void
}

/** Less, more or other than elsewhere, in words for a signatory, with an end for an auditor. */
export function DelegationForm({ contractId, person, present, onDone }: DelegationFormProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<FunctionName[]>(present?.functions ?? [])
  const [scope, setScope] = useState(present?.scope ?? '')
  const [from, setFrom] = useState(present?.valid_from.slice(0, 10) ?? '')
  const [until, setUntil] = useState(present?.valid_to?.slice(0, 10) ?? '')
  const [asked, setAsked] = useState(false)
  const signs = chosen.includes('signatory')
  const audits = chosen.includes('auditor')
  const give = useMutation({
    mutationFn: () =>
      client.PUT('/api/contracts/v1/contracts/{contract_id}/functions/{person_id}', {
        params: { path: { contract_id: contractId, person_id: person.id } },
        body: {
          functions: chosen,
          ...(scope.trim() ? { scope: scope.trim() } : {}),
          ...(from && from !== present?.valid_from.slice(0, 10) ? { valid_from: `${from}T00:00:00Z` } : present && from ? { valid_from: present.valid_from } : {}),
          ...(until ? { valid_to: `${until}T23:59:59Z` } : {}),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(delegationsQuery(contractId))
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (chosen.length) give.mutate()
  }
  const wrong = faultsOf(give.error)
  return (
    <form className="people-form" onSubmit={submit} aria-label={t`Fonctions dans ce contrat`}>
      <FunctionChoice chosen={chosen} onChange={setChosen} none={asked && !chosen.length} offered={IN_A_CONTRACT} />
      <label className="field">
        <span>{signs ? <Trans>Ce qui peut être signé</Trans> : <Trans>Portée, en mots (facultatif)</Trans>}</span>
        <input maxLength={200} required={signs} value={scope} autoComplete="off" onChange={(event) => setScope(event.target.value)} />
      </label>
      <label className="field">
        <span>
          <Trans>Premier jour (facultatif : dès maintenant)</Trans>
        </span>
        <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label className="field">
        <span>{audits ? <Trans>Dernier jour</Trans> : <Trans>Dernier jour (facultatif)</Trans>}</span>
        <input type="date" required={audits} value={until} aria-invalid={wrong.includes('valid_to')} onChange={(event) => setUntil(event.target.value)} />
      </label>
      {give.error ? (
        <p className="field-error" role="alert">
          {wrong.includes('functions') ? (
            <Trans>Un auditeur lit seulement : aucune autre fonction ne va avec celle-là.</Trans>
          ) : wrong.includes('valid_to') ? (
            <Trans>Le dernier jour est déjà passé.</Trans>
          ) : (
            <Trans>Cela n’a pas abouti. Réessayez.</Trans>
          )}
        </p>
      ) : null}
      <div className="people-acts">
        <button className="button" disabled={give.isPending}>
          <Trans>Enregistrer</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
