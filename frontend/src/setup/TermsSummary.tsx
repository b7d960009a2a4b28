import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Contract, Schedule, Terms } from '../api/types'
import { beginning, commitmentsAt, commitmentsQuery, objectivesQuery, standing, termsAt, useTerms } from '../contracts/steps'
import { useFormat } from '../format/use-format'
import { CommitmentTable } from './CommitmentTable'
import { useDimensionsText } from './dimensions-text'
import { ObjectiveCard } from './ObjectiveCard'
import { PartiesStep } from './PartiesStep'
import { PromisedDelays } from './PromisedDelays'
import { USUAL_CONTACT_DAYS } from './sessions'
import { useSetUpWords } from './words'

/** All that is agreed, as it stands at an instant (the beginning of a draft). */
export function TermsSummary({ contract, at = beginning(contract) }: { contract: Contract; at?: string }) {
  const terms = useTerms(contract.id)
  const objectives = useQuery(objectivesQuery(contract.id)).data?.items
  const commitments = useQuery(commitmentsQuery(contract.id)).data?.items
  if (!terms || !objectives || !commitments) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const now = termsAt(terms, at)
  const held = commitmentsAt(commitments, at)
  const stand = standing(objectives)
  return (
    <>
      <PartiesStep contract={contract} />
      <h3>
        <Trans>Horaires et délais</Trans>
      </h3>
      {now ? <Rules terms={now} /> : <Nothing />}
      <h3>
        <Trans>Objectifs</Trans>
      </h3>
      {stand.length ? (
        <ul className="plain cards-list">
          {stand.map((one) => (
            <li key={one.id}>
              <ObjectiveCard objective={one} />
            </li>
          ))}
        </ul>
      ) : (
        <Nothing />
      )}
      <h3>
        <Trans>Engagements</Trans>
      </h3>
      {held.length ? <CommitmentTable items={held} /> : <Nothing />}
    </>
  )
}

const Nothing = () => (
  <p className="soft">
    <Trans>Rien n’est inscrit.</Trans>
  </p>
)

function Rules({ terms }: { terms: Terms }) {
  const format = useFormat()
  const cut = useDimensionsText()
  const sessions = terms.repeat_contacts?.sessions
  const schedule = terms.sla?.schedule ?? null
  return (
    <ul className="plain rules">
      {Object.entries(terms.schedules).map(([name, one]) => (
        <li key={name}>
          <Hours name={name} schedule={one} />
        </li>
      ))}
      <li>
        <Trans>Fenêtre de réouverture : {format.duration(terms.reopen_window_hours * 3600)}.</Trans>
      </li>
      <li>
        <Plural
          value={terms.repeat_contacts?.days ?? USUAL_CONTACT_DAYS}
          one="Nouveau contact d’un client compté pendant # jour."
          other="Nouveau contact d’un client compté pendant # jours."
        />
      </li>
      {sessions ? (
        <li>
          <Trans>
            Sur {sessions.channels.join(', ')}, un message du client après {format.duration(sessions.silence_minutes * 60)} de silence est un nouveau contact.
          </Trans>
        </li>
      ) : null}
      {terms.dimensions ? (
        <li>
          <Trans>Chiffres donnés aussi par : {cut(terms.dimensions)}.</Trans>
        </li>
      ) : null}
      {terms.sla?.first_response_target_seconds && terms.sla.resolution_target_seconds ? (
        <li>
          <Trans>
            Première réponse en {format.duration(terms.sla.first_response_target_seconds)}, résolution en{' '}
            {format.duration(terms.sla.resolution_target_seconds)}
          </Trans>
          {schedule ? <Trans>, comptées dans l’horaire « {schedule} ».</Trans> : <Trans>, comptées jour et nuit.</Trans>}
        </li>
      ) : null}
      <PromisedDelays sla={terms.sla} clocks={terms.clocks} />
    </ul>
  )
}

function Hours({ name, schedule }: { name: string; schedule: Schedule }) {
  const words = useSetUpWords()
  const days = schedule.days.map(words.day).join(', ')
  const hours = schedule.intervals.map(([from, to]) => `${from}–${to}`).join(', ')
  const closed = schedule.holidays?.length ?? 0
  return (
    <>
      <Trans>
        Horaire « {name} » : {days}, {hours} ({schedule.tz}).
      </Trans>{' '}
      <Plural value={closed} _0="Aucun jour fermé." one="# jour fermé." other="# jours fermés." />
    </>
  )
}
