import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Contract, Schedule, Terms } from '../api/types'
import { CommentField } from './CommentField'
import { withoutSchedules } from './delays'
import { useTermsDifference } from './difference'
import { Field } from './Field'
import { Holidays } from './Holidays'
import { Meanwhile } from './Meanwhile'
import { useRevision } from './overtaken'
import { Refused } from './Refused'
import { changed, useDraftTerms } from './terms'
import { useSetUpWords } from './words'
import { useWrite, writeTerms, type NewTerms } from './write'

const WEEK = [0, 1, 2, 3, 4, 5, 6]

export function SchedulesStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const now = useDraftTerms(contract)
  const [written, setWritten] = useState(0)
  if (now === undefined) return <div className="skeleton" style={{ height: 300 }} aria-busy="true" />
  // Begun anew by one's own writing only: what is typed outlives what the other side writes meanwhile.
  return <SchedulesForm key={written} contract={contract} now={now} mayWrite={mayWrite} onDone={() => setWritten(written + 1)} />
}

interface SchedulesFormProps {
  contract: Contract
  now: Terms | null
  mayWrite: boolean
  /** The instant from which an amendment holds; that of the beginning of a draft without it. */
  from?: string
  /** Further fields, such as the day from which an amendment holds. */
  children?: ReactNode
  onDone?: () => void
}

/** Opening hours: several intervals a day, a lunch break is the space between two; more than one schedule where needed. */
export function SchedulesForm({ contract, now, mayWrite, from, children, onDone }: SchedulesFormProps) {
  const { t } = useLingui()
  const usual: Schedule = { tz: contract.zone, days: [0, 1, 2, 3, 4], intervals: [['09:00', '12:30'], ['13:30', '18:00']], holidays: [] }
  const [schedules, setSchedules] = useState<[string, Schedule][]>(() => Object.entries(now?.schedules ?? { [t`bureau`]: usual }))
  const [comment, setComment] = useState('')
  const revision = useRevision(contract, from !== undefined)
  const difference = useTermsDifference()
  const write = useWrite((what: { body: NewTerms; revision: number | null }) => writeTerms(contract.id, what.revision)(what.body), onDone)
  const kept = Object.fromEntries(schedules)
  // A promise counted in a schedule that is gone would count in none: it is made again in the next step.
  const sla = withoutSchedules(now?.sla ?? null, kept)
  const body = changed(contract, now, { schedules: kept, sla, comment: comment || null, ...(from ? { valid_from: from } : {}) })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ body, revision: revision.expected })
  }
  const replace = (place: number, name: string, schedule: Schedule) =>
    setSchedules(schedules.map((one, index) => (index === place ? [name, schedule] : one)))
  return (
    <form className="set-up-form wide" onSubmit={submit}>
      <fieldset disabled={!mayWrite} className="bare">
        {schedules.map(([name, schedule], place) => (
          <ScheduleFields
            key={place}
            contract={contract}
            name={name}
            schedule={schedule}
            change={(other, next) => replace(place, other, next)}
            remove={schedules.length > 1 ? () => setSchedules(schedules.filter((_, index) => index !== place)) : null}
          />
        ))}
        {children}
        {mayWrite ? <CommentField value={comment} change={setComment} /> : null}
        <div className="acts">
          <button type="button" className="button-quiet" onClick={() => setSchedules([...schedules, [`${t`horaire`} ${schedules.length + 1}`, usual]])}>
            <Trans>Ajouter un autre horaire</Trans>
          </button>
          <button className="button" disabled={write.isPending}>
            {from ? <Trans>Proposer l’avenant</Trans> : <Trans>Enregistrer les horaires</Trans>}
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
      <Refused error={revision.overtaken(write.error) ? null : write.error} labels={{ schedules: t`Horaires (deux plages se recouvrent, ou un nom manque)` }} />
    </form>
  )
}

interface ScheduleFieldsProps {
  contract: Contract
  name: string
  schedule: Schedule
  change: (name: string, schedule: Schedule) => void
  remove: (() => void) | null
}

function ScheduleFields({ contract, name, schedule, change, remove }: ScheduleFieldsProps) {
  const { t } = useLingui()
  const words = useSetUpWords()
  const set = (part: Partial<Schedule>) => change(name, { ...schedule, ...part })
  const interval = (place: number, end: 0 | 1, text: string) =>
    set({ intervals: schedule.intervals.map((one, index) => (index === place ? (end ? [one[0], text] : [text, one[1]]) : one)) as Schedule['intervals'] })
  return (
    <fieldset className="schedule">
      <legend>
        <Trans>Horaire « {name} »</Trans>
      </legend>
      <Field label={t`Nom de l’horaire`}>
        <input required maxLength={200} value={name} onChange={(event) => change(event.target.value, schedule)} />
      </Field>
      <div className="days" role="group" aria-label={t`Jours ouvrés`}>
        {WEEK.map((day) => (
          <label key={day} className="choice-line">
            <input
              type="checkbox"
              checked={schedule.days.includes(day)}
              onChange={(event) => set({ days: event.target.checked ? [...schedule.days, day].toSorted() : schedule.days.filter((one) => one !== day) })}
            />
            {words.day(day)}
          </label>
        ))}
      </div>
      <ul className="plain intervals">
        {schedule.intervals.map(([from, to], place) => (
          <li key={place} className="field-row">
            <Field label={t`de`}>
              <input type="time" required value={from} onChange={(event) => interval(place, 0, event.target.value)} />
            </Field>
            <Field label={t`à`}>
              <input type="time" required value={to === '24:00' ? '00:00' : to} onChange={(event) => interval(place, 1, event.target.value)} />
            </Field>
            {schedule.intervals.length > 1 ? (
              <button type="button" className="link-button" onClick={() => set({ intervals: schedule.intervals.filter((_, index) => index !== place) })}>
                <Trans>Retirer la plage</Trans>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => set({ intervals: [...schedule.intervals, ['18:00', '19:00']] })}>
        <Trans>Ajouter une plage</Trans>
      </button>
      <Holidays contract={contract} holidays={schedule.holidays ?? []} change={(holidays) => set({ holidays })} />
      {remove ? (
        <button type="button" className="link-button" onClick={remove}>
          <Trans>Retirer cet horaire</Trans>
        </button>
      ) : null}
    </fieldset>
  )
}
