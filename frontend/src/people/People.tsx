import './people.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../api/types'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { ContractFunctions } from './ContractFunctions'
import { InviteForm } from './InviteForm'
import { LinkOnce, type Handed } from './LinkOnce'
import { PersonRow, type PeopleHeads } from './PersonRow'
import { peopleQuery, secondFactorsQuery } from './queries'

const ORDER = (person: Person) => Number(person.deactivated_at !== null)

/** The people of an organisation: inviting, functions, links, leaving. */
export function People({ organisationId, operator, own = false }: { organisationId: string; operator: boolean; own?: boolean }) {
  const { t } = useLingui()
  const people = useQuery(peopleQuery(organisationId))
  const factors = useQuery({ ...secondFactorsQuery, enabled: own }).data?.items
  const [writing, setWriting] = useState(false)
  const [handed, setHanded] = useState<Handed | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const heads: PeopleHeads = { person: t`Personne`, functions: t`Fonctions`, state: t`État`, acts: t`Gestes` }
  const shown = people.data?.items.find((one) => one.id === opened)
  const first = people.data?.items.length === 0
  const hand = (made: Handed) => {
    setHanded(made)
    setWriting(false)
  }
  return (
    <>
      {writing ? null : (
        <p className="page-tools no-print">
          <button type="button" className="button" onClick={() => setWriting(true)}>
            {first && !operator ? <Trans>Inviter le premier administrateur</Trans> : <Trans>Inviter une personne</Trans>}
          </button>
        </p>
      )}
      {handed ? <LinkOnce key={handed.link.url} handed={handed} onClose={() => setHanded(null)} /> : null}
      {writing ? (
        <InviteForm organisationId={organisationId} first={first} operator={operator} onInvited={hand} onCancel={() => setWriting(false)} />
      ) : null}
      {shown ? <ContractFunctions key={shown.id} person={shown} onClose={() => setOpened(null)} /> : null}
      <Answer query={people} height={240}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Personnes`}>
              <table className="ledger cards people">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items
                    .toSorted((a, b) => ORDER(a) - ORDER(b) || a.name.localeCompare(b.name))
                    .map((person) => (
                      <PersonRow key={person.id} person={person} heads={heads} operator={operator} onLink={hand} onContracts={own ? () => setOpened(person.id) : null} secondFactor={own ? (factors?.some((one) => one.person_id === person.id) ?? null) : undefined} />
                    ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Personne n’est encore invité. La première personne invitée sera l’administrateur : elle invitera ses collègues.</Trans>
            </p>
          )
        }
      </Answer>
    </>
  )
}
