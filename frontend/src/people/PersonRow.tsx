import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../api/client'
import { ApiError } from '../api/problems'
import type { Person } from '../api/types'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Cell } from '../ui/Cell'
import { ConfirmButton } from '../ui/ConfirmButton'
import { FunctionEditor } from './FunctionEditor'
import { useFunctions } from './functions'
import { ReleaseButton } from './ReleaseButton'
import { ResetButton } from './ResetButton'
import type { Handed } from './LinkOnce'
import { peopleQuery } from './queries'

export interface PeopleHeads {
  person: string
  functions: string
  state: string
  acts: string
}

interface PersonRowProps {
  person: Person
  heads: PeopleHeads
  operator: boolean
  onLink: (handed: Handed) => void
  /** Only among one's own people: contracts are none of the platform's business. */
  onContracts: (() => void) | null
  /** Whether they have a second factor; null while it is asked, undefined where it is not told. */
  secondFactor: boolean | null | undefined
}

export function PersonRow({ person, heads, operator, onLink, onContracts, secondFactor }: PersonRowProps) {
  const functions = useFunctions()
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  const path = { organisation_id: person.organisation_id, person_id: person.id }
  const refresh = () => queries.invalidateQueries(peopleQuery(person.organisation_id))
  const invited = person.joined_at === null
  const give = useMutation({
    mutationFn: async () =>
      (await client.POST('/api/contracts/v1/organisations/{organisation_id}/people/{person_id}/links', { params: { path } })).data!,
    onSuccess: async (link) => {
      onLink({ link, name: person.name, email: person.email, purpose: invited ? 'invitation' : 'password' })
      await refresh()
    },
  })
  const leave = useMutation({
    mutationFn: () => client.DELETE('/api/contracts/v1/organisations/{organisation_id}/people/{person_id}', { params: { path } }),
    onSuccess: refresh,
  })
  const last = leave.error instanceof ApiError && leave.error.code === 'last_administrator'
  return (
    <tr className={person.deactivated_at ? 'soft' : undefined}>
      <th scope="row">
        {person.name}
        <span className="under soft small">{person.email}</span>
      </th>
      <Cell label={heads.functions}>
        {editing ? (
          <FunctionEditor person={person} operator={operator} onDone={() => setEditing(false)} />
        ) : (
          person.functions.map(functions.name).join(', ')
        )}
      </Cell>
      <Cell label={heads.state}>
        <PersonState person={person} />
        {secondFactor ? (
          <span className="under soft small">
            <Trans>Double authentification active</Trans>
          </span>
        ) : null}
      </Cell>
      <Cell label={heads.acts}>
        {person.deactivated_at ? null : (
          <span className="person-acts">
            {editing ? null : (
              <button type="button" className="link-button no-print" onClick={() => setEditing(true)}>
                <Trans>Fonctions…</Trans>
              </button>
            )}
            {onContracts ? (
              <button type="button" className="link-button no-print" onClick={onContracts}>
                <Trans>Par contrat…</Trans>
              </button>
            ) : null}
            <button type="button" className="link-button no-print" disabled={give.isPending} onClick={() => give.mutate()}>
              {invited ? <Trans>Nouveau lien</Trans> : <Trans>Lien de mot de passe</Trans>}
            </button>
            {secondFactor || (secondFactor === undefined && !invited) ? <ResetButton person={person} /> : null}
            {secondFactor === undefined ? null : <ReleaseButton person={person} />}
            <ConfirmButton
              label={invited ? <Trans>Retirer l’invitation</Trans> : <Trans>Désactiver</Trans>}
              question={
                invited ? (
                  <Trans>Retirer l’invitation de {person.name} ? Son lien n’ouvrira plus rien.</Trans>
                ) : (
                  <Trans>Désactiver {person.name} ? Ses sessions se ferment et son mot de passe n’ouvre plus rien ; ce qui a été fait reste à son nom.</Trans>
                )
              }
              confirm={invited ? <Trans>Retirer</Trans> : <Trans>Désactiver</Trans>}
              busy={leave.isPending}
              failed={leave.isError && !last}
              act={() => leave.mutate()}
            />
          </span>
        )}
        {last ? (
          <span className="field-error" role="alert">
            <Trans>C’est le dernier administrateur : donnez d’abord cette fonction à quelqu’un d’autre.</Trans>
          </span>
        ) : null}
        {give.isError ? (
          <span className="field-error" role="alert">
            <Trans>Cela n’a pas abouti. Réessayez.</Trans>
          </span>
        ) : null}
      </Cell>
    </tr>
  )
}

function PersonState({ person }: { person: Person }) {
  const format = useFormat()
  const today = useToday()
  if (person.deactivated_at) return <Trans>Désactivée le {format.day(person.deactivated_at, 'full')}</Trans>
  if (person.joined_at) return <Trans>Présente depuis le {format.day(person.joined_at, 'full')}</Trans>
  if (person.invited_until && person.invited_until.slice(0, 10) < today) {
    return <Trans>Invitation échue le {format.day(person.invited_until, 'full')}</Trans>
  }
  return person.invited_until ? <Trans>Invitée, jusqu’au {format.day(person.invited_until, 'full')}</Trans> : <Trans>Invitée</Trans>
}
