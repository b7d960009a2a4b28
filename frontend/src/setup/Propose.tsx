import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import type { Commitment, Contract, Objective, Terms } from '../api/types'
import { commitmentsAt, standing, termsAt } from '../contracts/steps'
import { addDays, midnightIn } from '../format/dates'
import { useToday } from '../format/use-today'
import { CommitmentForm } from './CommitmentForm'
import { CommitmentTable } from './CommitmentTable'
import { EndForm } from './EndForm'
import { Field } from './Field'
import { ObjectiveCard } from './ObjectiveCard'
import { ObjectiveForm } from './ObjectiveForm'
import { RulesForm } from './RulesStep'
import { SchedulesForm } from './SchedulesStep'

interface ProposeProps {
  contract: Contract
  terms: readonly Terms[]
  objectives: readonly Objective[]
  commitments: readonly Commitment[]
}

type Subject = 'commitments' | 'objectives' | 'schedules' | 'rules'
type Editing = { act: 'change' | 'end'; commitment: Commitment } | { act: 'replace'; objective: Objective } | { act: 'add' } | null

/** Choose what to amend and from when; the forms are those of the set-up. */
export function Propose({ contract, terms, objectives, commitments }: ProposeProps) {
  const { t } = useLingui()
  const today = useToday()
  const [subject, setSubject] = useState<Subject>('commitments')
  const [editing, setEditing] = useState<Editing>(null)
  const [from, setFrom] = useState(() => `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`)
  const instant = midnightIn(contract.zone, from)
  const stand = standing(objectives)
  const held = commitmentsAt(commitments, instant)
  const now = termsAt(terms, instant)
  const [sent, setSent] = useState(0)
  const close = () => setEditing(null)
  const done = () => {
    close()
    setSent(sent + 1)
  }
  const subjects: Record<Subject, string> = { commitments: t`Engagements`, objectives: t`Objectifs`, schedules: t`Horaires et jours fériés`, rules: t`Réouverture et délais promis` }
  const date = (
    <Field label={t`À partir du`} hint={<Trans>Les périodes d’avant gardent leurs termes.</Trans>}>
      <input type="date" required min={contract.starts_on} value={from} onChange={(event) => event.target.value && setFrom(event.target.value)} />
    </Field>
  )
  // Once sent a form begins anew, and so it does when something else is in force at that date.
  const anew = `${now?.id ?? 'none'} ${sent}`
  const common = { contract, now, mayWrite: true, from: instant, onDone: done }
  return (
    <section className="panel">
      <h2 className="ruled">
        <Trans>Proposer un avenant</Trans>
      </h2>
      <fieldset className="field subjects">
        <legend>
          <Trans>Ce qu’il change</Trans>
        </legend>
        {(Object.keys(subjects) as Subject[]).map((one) => (
          <label key={one} className="choice-line">
            <input
              type="radio"
              name="subject"
              checked={subject === one}
              onChange={() => {
                setSubject(one)
                close()
                setSent(0)
              }}
            />
            {subjects[one]}
          </label>
        ))}
      </fieldset>
      <p role="status">{sent ? <Trans>Avenant proposé : il attend ci-dessus l’accord des deux parties.</Trans> : null}</p>
      {subject === 'schedules' || subject === 'rules' ? (
        <Began key={subject} label={subjects[subject]}>
          {subject === 'schedules' ? (
            <SchedulesForm key={anew} {...common}>
              {date}
            </SchedulesForm>
          ) : (
            <RulesForm key={anew} {...common}>
              {date}
            </RulesForm>
          )}
        </Began>
      ) : subject === 'objectives' ? (
        <>
          <ul className="plain cards-list">
            {stand.map((one) => (
              <li key={one.id}>
                <ObjectiveCard objective={one}>
                  <button type="button" className="button-quiet" onClick={() => setEditing({ act: 'replace', objective: one })}>
                    <Trans>Proposer d’autres valeurs</Trans>
                  </button>
                </ObjectiveCard>
              </li>
            ))}
          </ul>
          {editing?.act === 'replace' ? (
            <ObjectiveForm key={editing.objective.id} contract={contract} replaces={editing.objective} onDone={done} />
          ) : editing?.act === 'add' ? (
            <ObjectiveForm key="new" contract={contract} replaces={null} onDone={done} />
          ) : (
            <button type="button" className="button-quiet" onClick={() => setEditing({ act: 'add' })}>
              <Trans>Ajouter un objectif</Trans>
            </button>
          )}
        </>
      ) : (
        <>
          {held.length ? (
            <CommitmentTable
              items={held}
              renderActs={(one) => (
                <>
                  <button type="button" className="link-button" onClick={() => setEditing({ act: 'change', commitment: one })}>
                    <Trans>Changer la cible</Trans>
                  </button>{' '}
                  <button type="button" className="link-button" onClick={() => setEditing({ act: 'end', commitment: one })}>
                    <Trans>Mettre fin</Trans>
                  </button>
                </>
              )}
            />
          ) : (
            <p className="soft">
              <Trans>Aucun engagement n’est en vigueur.</Trans>
            </p>
          )}
          {editing?.act === 'end' ? (
            <EndForm key={editing.commitment.id} contract={contract} commitment={editing.commitment} from={instant} onDone={done}>
              {date}
            </EndForm>
          ) : editing?.act === 'change' || editing?.act === 'add' ? (
            <CommitmentForm
              key={editing.act === 'add' ? 'new' : editing.commitment.id}
              contract={contract}
              objectives={stand}
              before={editing.act === 'add' ? null : editing.commitment}
              from={instant}
              label={editing.act === 'add' ? t`Ajouter un engagement` : t`Proposer une autre cible`}
              onDone={done}
            >
              {date}
            </CommitmentForm>
          ) : (
            <button type="button" className="button-quiet" onClick={() => setEditing({ act: 'add' })}>
              <Trans>Ajouter un engagement</Trans>
            </button>
          )}
        </>
      )}
    </section>
  )
}

const Began = ({ label, children }: { label: string; children: ReactNode }) => (
  <div role="group" aria-label={label}>
    {children}
  </div>
)
