import { Trans, useLingui } from '@lingui/react/macro'
import type { Explanation } from '../api/types'
import { useFormat } from '../format/use-format'
import { distanceText, targetText } from '../indicators/target'
import { useWords } from '../indicators/words'
import { PromisedDelays } from '../setup/PromisedDelays'
import { TIMED } from './Times'

const OBSERVED = new Set(['fcr_observed', 'repeat_rate'])

/** What judged the figure: the commitment, the versions of the terms in force, the calendar. */
export function Rules({ explanation: { figure, commitment, terms, calendar } }: { explanation: Explanation }) {
  const format = useFormat()
  const words = useWords()
  const days = calendar.holidays.map((day) => format.day(day, 'long')).join(', ')
  return (
    <div className="rules">
      <div>
        <h3>
          <Trans>L’engagement</Trans>
        </h3>
        {commitment ? (
          <p>
            <Trans>
              {commitment.clause} : {targetText(format, { ...figure, target: commitment.target, direction: commitment.direction })},
              tolérance {distanceText(format, commitment.tolerance, figure.unit)}, en vigueur depuis le{' '}
              {format.instant(commitment.valid_from, true)}.
            </Trans>{' '}
            {words.commitmentClass({ class: commitment.class })}.
            {commitment.objective ? (
              <span className="objective">
                <Trans>Objectif : {commitment.objective.statement}</Trans>
              </span>
            ) : null}
          </p>
        ) : (
          <p>
            {Object.keys(figure.dimensions).length ? (
              <Trans>Un engagement porte sur l’ensemble de la prestation : une de ses parties est montrée sans être jugée.</Trans>
            ) : (
              <Trans>Aucun engagement ne porte sur cet indicateur dans la période : la valeur est montrée sans être jugée.</Trans>
            )}
          </p>
        )}
      </div>
      <div>
        <h3>
          <Trans>Les paramètres en vigueur</Trans>
        </h3>
        <ul className="plain">
          {terms.map((one) => (
            <li key={one.id}>
              <Trans>
                Depuis le {format.instant(one.valid_from, true)} : réouverture comptée pendant {format.duration(Number(one.reopen_window_hours) * 3600)}
              </Trans>
              <Promised sla={one.sla} />
              {OBSERVED.has(figure.indicator) ? <Trans> ; nouveau contact compté pendant {format.integer(one.repeat_contacts.days)} jours</Trans> : null}
              {OBSERVED.has(figure.indicator) && one.repeat_contacts.sessions ? <Sessions sessions={one.repeat_contacts.sessions} /> : null}
              . <span className="soft small"><Trans>Enregistré le {format.instant(one.recorded_at, true)}.</Trans></span>
              {TIMED.has(figure.indicator) ? (
                <ul className="plain">
                  <PromisedDelays sla={one.sla} clocks={one.clocks} />
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>
          <Trans>Le calendrier</Trans>
        </h3>
        <p>
          <Trans>
            Du {format.instant(calendar.from, true)} au {format.instant(calendar.to, true)}, heure de {calendar.zone}.
          </Trans>{' '}
          {calendar.schedule && calendar.working_seconds !== null ? (
            <Trans>
              Horaires « {calendar.schedule} » : {format.integer(Math.round(calendar.working_seconds / 3600))} h ouvrées.
            </Trans>
          ) : null}{' '}
          {days ? <Trans>Jours fériés : {days}.</Trans> : null}
        </p>
      </div>
    </div>
  )
}

/** Where one ticket may be several contacts. */
function Sessions({ sessions: { channels, silence_minutes: minutes } }: { sessions: NonNullable<Explanation['terms'][number]['repeat_contacts']['sessions']> }) {
  const format = useFormat()
  return (
    <Trans>
      {' '}
      ; sur {channels.join(', ')}, un message du client après {format.duration(minutes * 60)} de silence est un nouveau contact
    </Trans>
  )
}

/** The delays promised by one version of the parameters, those that were. */
function Promised({ sla }: { sla: Explanation['terms'][number]['sla'] }) {
  const { t } = useLingui()
  const format = useFormat()
  if (!sla) return null
  const response = sla.first_response_target_seconds === null ? null : format.duration(sla.first_response_target_seconds)
  const solution = sla.resolution_target_seconds === null ? null : format.duration(sla.resolution_target_seconds)
  const parts = [
    response === null ? null : t`première réponse en ${response}`,
    solution === null ? null : t`résolution en ${solution}`,
    sla.schedule === null ? null : t`horaires « ${sla.schedule} »`,
  ].filter((part) => part !== null)
  const said = parts.join(', ')
  return said ? <Trans> ; {said}</Trans> : null
}
