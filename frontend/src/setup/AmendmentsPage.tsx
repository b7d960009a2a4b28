import './setup.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Commitment, Contract } from '../api/types'
import { contractQuery, sideOf } from '../contracts/queries'
import { acceptancesQuery, commitmentsAt, commitmentsQuery, objectivesQuery, standing, useTerms } from '../contracts/steps'
import { addDays, dayIn, midnightIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Answer } from '../ui/Answer'
import { ConfirmButton } from '../ui/ConfirmButton'
import { useTitle } from '../ui/use-title'
import { By } from './By'
import { changesOf, type Change } from './changes'
import { CommitmentForm } from './CommitmentForm'
import { CommitmentTable } from './CommitmentTable'
import { Field } from './Field'
import { What } from './History'
import { Refused } from './Refused'
import { accept, useWrite } from './write'

/** Changes of an accepted contract: one proposes, the other accepts, and the past keeps its terms. */
export function AmendmentsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const terms = useTerms(contractId) ?? []
  const objectives = useQuery(objectivesQuery(contractId)).data?.items ?? []
  const commitments = useQuery(commitmentsQuery(contractId))
  const functions = useSession()?.functions ?? []
  useTitle(t`Avenants`, contract.title)
  return (
    <>
      <h1>
        <Trans>Avenants</Trans>
      </h1>
      <p className="prose soft">
        <Trans>Un avenant vaut à partir d’une date, une fois accepté par les deux parties. Les périodes passées gardent leurs termes.</Trans>
      </p>
      <Answer query={commitments} height={240}>
        {({ items }) => {
          const proposed = changesOf(terms, objectives, items).filter((one) => one.state === 'proposed')
          return (
            <>
              <section className="panel">
                <h2 className="ruled">
                  <Trans>En attente d’acceptation</Trans>
                </h2>
                {proposed.length ? (
                  <ul className="plain cards-list">
                    {proposed.map((one) => (
                      <li key={one.id}>
                        <Proposal contract={contract} change={one} />
                      </li>
                    ))}
                  </ul>
                ) : (
                  <p className="soft">
                    <Trans>Aucun avenant n’attend.</Trans>
                  </p>
                )}
              </section>
              {functions.includes('manager') && contract.state === 'active' ? (
                <Propose contract={contract} held={commitmentsAt(items, new Date().toISOString())} objectives={standing(objectives)} />
              ) : null}
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Proposal({ contract, change }: { contract: Contract; change: Change }) {
  const format = useFormat()
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const given = (useQuery(acceptancesQuery(contract.id)).data?.items ?? []).filter((one) => one.version_id === change.id)
  const may = side !== null && session!.functions.some((one) => one === 'manager' || one === 'signatory')
  const write = useWrite(accept(contract.id))
  const mine = given.some((one) => one.side === side)
  return (
    <article className="card">
      <h3>
        <What change={change} />
      </h3>
      {change.kind === 'objective' || change.kind === 'draft' ? null : (
        <p>
          <Trans>À partir du {format.day(dayIn(contract.zone, new Date(change.after.valid_from)), 'full')}.</Trans>
        </p>
      )}
      {change.kind === 'commitment' && change.before ? (
        <dl className="facts before-after">
          <div>
            <dt>
              <Trans>Avant</Trans>
            </dt>
            <dd>
              {format.amount(change.before.target, change.before.unit)} — {change.before.clause}
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Après</Trans>
            </dt>
            <dd>
              {format.amount(change.after.target, change.after.unit)} — {change.after.clause}
            </dd>
          </div>
        </dl>
      ) : null}
      <By version={change.after} />
      {may && !mine ? (
        <div className="acts">
          <ConfirmButton
            className="button"
            label={<Trans>Accepter l’avenant</Trans>}
            question={<Trans>Vous acceptez cet avenant au nom de votre organisation.</Trans>}
            confirm={<Trans>Accepter</Trans>}
            busy={write.isPending}
            act={() => write.mutate({ version_id: change.id })}
          />
        </div>
      ) : (
        <p className="soft small">{mine ? <Trans>Votre organisation l’a accepté. En attente de l’autre partie.</Trans> : null}</p>
      )}
      <Refused error={write.error} />
    </article>
  )
}

interface ProposeProps {
  contract: Contract
  held: readonly Commitment[]
  objectives: Parameters<typeof CommitmentForm>[0]['objectives']
}

function Propose({ contract, held, objectives }: ProposeProps) {
  const { t } = useLingui()
  const today = useToday()
  const [editing, setEditing] = useState<Commitment | null>(null)
  const [from, setFrom] = useState(() => `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`)
  return (
    <section className="panel">
      <h2 className="ruled">
        <Trans>Proposer une autre cible</Trans>
      </h2>
      {held.length ? (
        <CommitmentTable
          items={held}
          renderActs={(one) => (
            <button type="button" className="link-button" onClick={() => setEditing(one)}>
              <Trans>Changer la cible</Trans>
            </button>
          )}
        />
      ) : (
        <p className="soft">
          <Trans>Aucun engagement n’est en vigueur.</Trans>
        </p>
      )}
      {editing ? (
        <CommitmentForm
          key={editing.id}
          contract={contract}
          objectives={objectives}
          before={editing}
          from={midnightIn(contract.zone, from)}
          label={t`Proposer une autre cible`}
          onDone={() => setEditing(null)}
        >
          <Field label={t`À partir du`}>
            <input type="date" required min={contract.starts_on} value={from} onChange={(event) => event.target.value && setFrom(event.target.value)} />
          </Field>
        </CommitmentForm>
      ) : null}
    </section>
  )
}
