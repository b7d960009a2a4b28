import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ownersQuery } from '../actions/queries'
import { useSession } from '../api/session'
import type { RelayTeam } from '../api/types'
import type { Side } from '../charts/types'
import { useFeedbackRenewal } from '../themes/queries'
import { Field } from '../ui/Field'
import { writeTeam, type Member } from './queries'
import { NotKept } from './Saved'

interface TeamsProps {
  contractId: string
  teams: readonly RelayTeam[]
  side: Side | null
  manages: boolean
}

/** Teams by name; the provider's managers change them, the client company sees how many people there are. */
export function Teams({ contractId, teams, side, manages }: TeamsProps) {
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <>
      {teams.length ? (
        <ul className="plain relay-list">
          {teams.map((one) => (
            <li key={one.id} className="relay-card">
              <p className="relay-head">
                <strong>{one.name}</strong>
                <span className="soft">
                  <Plural value={one.people} _0="aucune personne" one="une personne" other="# personnes" />
                  {one.active ? null : (
                    <>
                      {' '}
                      <Trans>(ne reçoit plus rien)</Trans>
                    </>
                  )}
                </span>
                {one.members?.length ? <span>{one.members.map((member) => member.name).join(', ')}</span> : null}
                {manages ? (
                  <button type="button" className="link-button no-print" aria-expanded={editing === one.id} onClick={() => setEditing(editing === one.id ? null : one.id)}>
                    <Trans>Modifier l’équipe {one.name}</Trans>
                  </button>
                ) : null}
              </p>
              {editing === one.id ? <TeamForm contractId={contractId} team={one} teams={teams} onDone={() => setEditing(null)} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">
          {side === 'sous_traitant' ? <Trans>Aucune équipe : un responsable en crée une, puis une règle lui envoie des retours.</Trans> : <Trans>Le prestataire n’a pas encore créé d’équipe.</Trans>}
        </p>
      )}
      {manages ? (
        <div className="relay-acts no-print">
          <button type="button" className="button-quiet" aria-expanded={editing === ''} onClick={() => setEditing(editing === '' ? null : '')}>
            <Trans>Créer une équipe</Trans>
          </button>
        </div>
      ) : null}
      {editing === '' ? <TeamForm contractId={contractId} team={null} teams={teams} onDone={() => setEditing(null)} /> : null}
    </>
  )
}

/** Whom one may add: the people of the provider who may act here, oneself, and whoever is in a team already. */
function useKnown(contractId: string, teams: readonly RelayTeam[]): Member[] {
  const person = useSession()?.person
  const owners = useQuery(ownersQuery(contractId))
  const known = new Map<string, Member>()
  for (const one of owners.data?.items ?? []) if (one.side === 'sous_traitant') known.set(one.person_id, { id: one.person_id, name: one.name })
  if (person) known.set(person.id, { id: person.id, name: person.name })
  for (const team of teams) for (const one of team.members ?? []) if (!known.has(one.id)) known.set(one.id, one)
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

function TeamForm({ contractId, team, teams, onDone }: { contractId: string; team: RelayTeam | null; teams: readonly RelayTeam[]; onDone: () => void }) {
  const { t } = useLingui()
  const renew = useFeedbackRenewal()
  const known = useKnown(contractId, teams)
  const [name, setName] = useState(team?.name ?? '')
  const [members, setMembers] = useState<Member[]>(team?.members ?? [])
  const [active, setActive] = useState(team?.active ?? true)
  const [chosen, setChosen] = useState('')
  const left = known.filter((one) => !members.some((other) => other.id === one.id))
  const picked = left.find((one) => one.id === chosen) ?? left[0]
  const save = useMutation({
    mutationFn: () => writeTeam(contractId, { id: team?.id ?? null, name: name.trim(), members, active }),
    onSuccess: async () => {
      await renew()
      onDone()
    },
  })
  const add = (one: Member) => setMembers([...members.filter((other) => other.id !== one.id), one])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="relay-form no-print" onSubmit={submit}>
      <Field label={t`Nom de l’équipe`}>
        <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <ul className="plain relay-members" aria-label={t`Membres`}>
        {members.map((one) => (
          <li key={one.id}>
            {one.name}
            <button type="button" className="link-button" onClick={() => setMembers(members.filter((other) => other.id !== one.id))}>
              <Trans>Retirer {one.name}</Trans>
            </button>
          </li>
        ))}
      </ul>
      {picked ? (
        <div className="field-row">
          <Field label={t`Ajouter une personne`} hint={<Trans>Celles de votre organisation qui agissent sur ce contrat.</Trans>}>
            <select value={picked.id} onChange={(event) => setChosen(event.target.value)}>
              {left.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </Field>
          <button type="button" className="button-quiet" onClick={() => add(picked)}>
            <Trans>Ajouter {picked.name}</Trans>
          </button>
        </div>
      ) : null}
      {team ? (
        <label className="choice">
          <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
          <Trans>Reçoit des retours</Trans>
        </label>
      ) : null}
      <NotKept error={save.error} />
      <div>
        <button className="button" disabled={save.isPending || !name.trim()}>
          {save.isPending ? <Trans>Enregistrement…</Trans> : <Trans>Enregistrer l’équipe</Trans>}
        </button>
      </div>
    </form>
  )
}
