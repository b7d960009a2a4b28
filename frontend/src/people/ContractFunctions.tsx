import { Trans } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../api/client'
import type { Contract, Delegation, Person } from '../api/types'
import { contractsQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { ConfirmButton } from '../ui/ConfirmButton'
import { delegationsQuery } from './delegations'
import { DelegationForm } from './DelegationForm'
import { useFunctions } from './functions'
import { peopleQuery } from './queries'

/** What somebody does in each contract, where it differs from what they do everywhere. */
export function ContractFunctions({ person, onClose }: { person: Person; onClose: () => void }) {
  const contracts = useQuery(contractsQuery)
  const queries = useQueryClient()
  const limit = useMutation({
    mutationFn: (only: boolean) =>
      client.PATCH('/api/contracts/v1/organisations/{organisation_id}/people/{person_id}', {
        params: { path: { organisation_id: person.organisation_id, person_id: person.id } },
        body: { only_contracts: only },
      }),
    onSuccess: () => queries.invalidateQueries(peopleQuery(person.organisation_id)),
  })
  return (
    <section className="link-once">
      <h2>
        <Trans>Les contrats de {person.name}</Trans>
      </h2>
      <label className="choice">
        <input type="checkbox" checked={person.only_contracts} disabled={limit.isPending} onChange={(event) => limit.mutate(event.target.checked)} />
        <Trans>N’ouvrir que les contrats où des fonctions sont données ci-dessous</Trans>
      </label>
      {limit.error ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
      <Answer query={contracts} height={80}>
        {({ items }) =>
          items.length ? (
            <ul className="plain organisations">
              {items.map((contract) => (
                <ContractRow key={contract.id} contract={contract} person={person} />
              ))}
            </ul>
          ) : (
            <p className="soft">
              <Trans>Votre organisation n’est encore partie à aucun contrat.</Trans>
            </p>
          )
        }
      </Answer>
      <button type="button" className="button-quiet" onClick={onClose}>
        <Trans>Fermer</Trans>
      </button>
    </section>
  )
}

function ContractRow({ contract, person }: { contract: Contract; person: Person }) {
  const queries = useQueryClient()
  const given = useQuery(delegationsQuery(contract.id))
  const [writing, setWriting] = useState(false)
  const take = useMutation({
    mutationFn: () =>
      client.DELETE('/api/contracts/v1/contracts/{contract_id}/functions/{person_id}', {
        params: { path: { contract_id: contract.id, person_id: person.id } },
      }),
    onSuccess: () => queries.invalidateQueries(delegationsQuery(contract.id)),
  })
  const present = given.data?.items.find((one) => one.person_id === person.id && one.ended_at === null)
  return (
    <li>
      <strong>{contract.title}</strong>
      <p className="under">{present ? <Given delegation={present} /> : <Elsewhere person={person} />}</p>
      {writing ? (
        <DelegationForm contractId={contract.id} person={person} present={present} onDone={() => setWriting(false)} />
      ) : (
        <span className="person-acts">
          <button type="button" className="link-button" onClick={() => setWriting(true)}>
            {present ? <Trans>Changer</Trans> : <Trans>Donner d’autres fonctions</Trans>}
          </button>
          {present ? (
            <ConfirmButton
              label={<Trans>Retirer</Trans>}
              question={<Trans>Retirer les fonctions de {person.name} dans « {contract.title} » ? Ce qui a été fait reste à son nom.</Trans>}
              confirm={<Trans>Retirer</Trans>}
              busy={take.isPending}
              failed={take.isError}
              act={() => take.mutate()}
            />
          ) : null}
        </span>
      )}
    </li>
  )
}

function Given({ delegation }: { delegation: Delegation }) {
  const format = useFormat()
  const functions = useFunctions()
  const names = delegation.functions.map(functions.name).join(', ')
  const from = format.day(delegation.valid_from, 'full')
  const to = delegation.valid_to ? format.day(delegation.valid_to, 'full') : null
  return (
    <>
      {names}
      {delegation.scope ? <> · {delegation.scope}</> : null}{' '}
      <span className="soft small">{to ? <Trans>du {from} au {to}</Trans> : <Trans>depuis le {from}</Trans>}</span>
    </>
  )
}

function Elsewhere({ person }: { person: Person }) {
  const functions = useFunctions()
  if (person.only_contracts) {
    return (
      <span className="soft">
        <Trans>Fermé</Trans>
      </span>
    )
  }
  const names = person.functions.map(functions.name).join(', ')
  return (
    <span className="soft">
      <Trans>Comme partout : {names}</Trans>
    </span>
  )
}
