import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Contract, Terms } from '../api/types'
import { amountOf, typedOf } from './amounts'
import { ClockFields } from './ClockFields'
import { CommentField } from './CommentField'
import { clocksOf, isWrong, slaOf, typedDelays, typedPriorities, USUAL_CLOCKS, waitingOf } from './delays'
import { declaredOf, faultOf, typedDimensions } from './dimensions'
import { DimensionsField } from './DimensionsField'
import { useTermsDifference } from './difference'
import { Field } from './Field'
import { Meanwhile } from './Meanwhile'
import { useRevision } from './overtaken'
import { PriorityFields, ScheduleChoice } from './PriorityFields'
import { Refused } from './Refused'
import { SessionFields } from './SessionFields'
import { repeatsOf, sessionsFault, typedSessions, USUAL_CONTACT_DAYS } from './sessions'
import { changed, USUAL_GRACE_HOURS, USUAL_REOPEN_HOURS, USUAL_SAMPLE, useDraftTerms } from './terms'
import { useWrite, writeTerms, type NewTerms } from './write'

export function RulesStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const now = useDraftTerms(contract)
  const [written, setWritten] = useState(0)
  if (now === undefined) return <div className="skeleton" style={{ height: 300 }} aria-busy="true" />
  // Begun anew by one's own writing only: what is typed outlives what the other side writes meanwhile.
  return <RulesForm key={written} contract={contract} now={now} mayWrite={mayWrite} onDone={() => setWritten(written + 1)} />
}

interface RulesFormProps {
  contract: Contract
  now: Terms | null
  mayWrite: boolean
  /** The instant from which an amendment holds; that of the beginning of a draft without it. */
  from?: string
  children?: ReactNode
  onDone?: () => void
}

const percent = (share: string | null | undefined) => (share ? typedOf('ratio', share) : '')

/** How long a solved ticket may come back, and how fast an answer and a solution are promised. */
export function RulesForm({ contract, now, mayWrite, from, children, onDone }: RulesFormProps) {
  const { t } = useLingui()
  const names = Object.keys(now?.schedules ?? {})
  const [days, setDays] = useState(String((now?.reopen_window_hours ?? USUAL_REOPEN_HOURS) / 24))
  const [delays, setDelays] = useState(() => typedDelays(now?.sla, names))
  const [priorities, setPriorities] = useState(() => typedPriorities(now?.sla))
  const [clocks, setClocks] = useState(now?.clocks ?? USUAL_CLOCKS)
  const [waiting, setWaiting] = useState(() => waitingOf(now?.clocks))
  const [grace, setGrace] = useState(String(now?.late_grace_hours ?? USUAL_GRACE_HOURS))
  const [sample, setSample] = useState(String(now?.minimum_sample_size ?? USUAL_SAMPLE))
  const [complete, setComplete] = useState(percent(now?.minimum_data_completeness))
  const [heard, setHeard] = useState(percent(now?.minimum_time_heard))
  const [again, setAgain] = useState(String(now?.repeat_contacts?.days ?? USUAL_CONTACT_DAYS))
  const [sessions, setSessions] = useState(() => typedSessions(now?.repeat_contacts))
  const [dimensions, setDimensions] = useState(typedDimensions(now?.dimensions))
  const [comment, setComment] = useState('')
  const [asked, setAsked] = useState(false)
  const revision = useRevision(contract, from !== undefined)
  const difference = useTermsDifference()
  const write = useWrite((what: { body: NewTerms; revision: number | null }) => writeTerms(contract.id, what.revision)(what.body), onDone)
  const hours = Math.round(Number(days.replace(',', '.')) * 24)
  const wrong = { days: !(hours > 0), delays: isWrong(delays, false), priorities: priorities.some((one) => isWrong(one, true)) }
  const countedChannels = now?.repeat_contacts?.channels
  const share = complete ? amountOf('ratio', complete) : '1'
  const timeHeard = heard ? amountOf('ratio', heard) : '1'
  const wrongShare = [share, timeHeard].some((one) => one === null || Number(one) > 1)
  const body = changed(contract, now, {
    reopen_window_hours: hours, sla: slaOf(delays, priorities, now?.sla), clocks: clocksOf(clocks, waiting, now?.clocks), late_grace_hours: Number(grace), minimum_sample_size: Number(sample),
    minimum_data_completeness: complete ? amountOf('ratio', complete) : null,
    minimum_time_heard: heard ? amountOf('ratio', heard) : null, comment: comment || null,
    repeat_contacts: repeatsOf(Number(again), sessions, now?.repeat_contacts),
    dimensions: declaredOf(dimensions),
    ...(from ? { valid_from: from } : {}),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (wrong.days || wrong.delays || wrong.priorities || wrongShare || dimensions.some(faultOf) || sessionsFault(sessions, countedChannels)) return
    write.mutate({ body, revision: revision.expected })
  }
  return (
    <form className="set-up-form" onSubmit={submit}>
      <fieldset disabled={!mayWrite} className="bare">
        <Field label={t`Fenêtre de réouverture, en jours`} hint={<Trans>Un ticket rouvert dans ce délai n’était pas résolu.</Trans>}>
          <input inputMode="decimal" required aria-invalid={asked && wrong.days} value={days} onChange={(event) => setDays(event.target.value)} />
        </Field>
        <Field label={t`Nouveau contact d’un client, en jours`} hint={<Trans>S’il revient pour le même motif dans ce délai, son premier contact n’a pas suffi.</Trans>}>
          <input type="number" required min={1} max={366} value={again} onChange={(event) => setAgain(event.target.value)} />
        </Field>
        <SessionFields typed={sessions} counted={countedChannels} asked={asked} change={setSessions} />
        <Field label={t`Première réponse promise`} hint={<Trans>En minutes, ou « 1 h 30 ».</Trans>}>
          <input required aria-invalid={asked && wrong.delays} value={delays.first} onChange={(event) => setDelays({ ...delays, first: event.target.value })} />
        </Field>
        <Field label={t`Résolution promise`} hint={<Trans>En minutes, ou « 8 h ».</Trans>}>
          <input required aria-invalid={asked && wrong.delays} value={delays.solved} onChange={(event) => setDelays({ ...delays, solved: event.target.value })} />
        </Field>
        <ScheduleChoice schedule={delays.schedule} schedules={names} change={(schedule) => setDelays({ ...delays, schedule })} />
        <PriorityFields priorities={priorities} schedules={names} asked={asked} change={setPriorities} />
        <ClockFields
          clocks={clocks}
          waiting={waiting}
          change={(next, reasons) => {
            setClocks(next)
            setWaiting([...reasons])
          }}
        />
        <div className="field-row">
          <Field label={t`Attente des événements tardifs, en heures`} hint={<Trans>Un relevé reste provisoire d’autant après sa période.</Trans>}>
            <input type="number" required min={0} max={8784} value={grace} onChange={(event) => setGrace(event.target.value)} />
          </Field>
          <Field label={t`Réponses au moins, pour juger`}>
            <input type="number" required min={0} max={1_000_000} value={sample} onChange={(event) => setSample(event.target.value)} />
          </Field>
          <Field label={t`Données complètes au moins (%, facultatif)`}>
            <input inputMode="decimal" aria-invalid={asked && wrongShare} value={complete} onChange={(event) => setComplete(event.target.value)} />
          </Field>
          <Field label={t`Temps sans silence au moins (%, facultatif)`} hint={<Trans>Sous ce seuil, les silences inexpliqués des sources rendent les chiffres incomplets.</Trans>}>
            <input inputMode="decimal" aria-invalid={asked && wrongShare} value={heard} onChange={(event) => setHeard(event.target.value)} />
          </Field>
        </div>
        <DimensionsField typed={dimensions} change={setDimensions} asked={asked} />
        {children}
        {mayWrite ? <CommentField value={comment} change={setComment} /> : null}
        {asked && wrongShare ? (
          <p className="field-error" role="alert">
            <Trans>Une part est un pourcentage de 0 à 100.</Trans>
          </p>
        ) : null}
        {asked && (wrong.days || wrong.delays) ? (
          <p className="field-error" role="alert">
            <Trans>Les durées doivent être plus grandes que zéro.</Trans>
          </p>
        ) : null}
        {asked && wrong.priorities ? (
          <p className="field-error" role="alert">
            <Trans>Une priorité a un nom et au moins un délai, plus grand que zéro.</Trans>
          </p>
        ) : null}
        <div className="acts">
          <button className="button" disabled={write.isPending}>
            {from ? <Trans>Proposer l’avenant</Trans> : <Trans>Enregistrer les délais</Trans>}
          </button>
        </div>
      </fieldset>
      {revision.overtaken(write.error) ? (
        <Meanwhile
          rows={difference(now, body)}
          busy={write.isPending}
          keep={() => write.mutate({ body, revision: contract.revision })}
          take={() => onDone?.()}
        />
      ) : null}
      <Refused error={revision.overtaken(write.error) ? null : write.error} labels={{ reopen_window_hours: t`Fenêtre de réouverture`, sla: t`Délais promis`, clocks: t`Qui fait attendre`, repeat_contacts: t`Nouveau contact d’un client`, dimensions: t`Dimensions` }} />
    </form>
  )
}
