import { Plural, Trans } from '@lingui/react/macro'
import type { Explanation } from '../api/types'
import { useFormat } from '../format/use-format'
import { lower, targetText } from '../indicators/target'
import { Counts } from './Counts'
import { Handled } from './Handled'
import { Rules } from './Rules'
import { TIMED, Times } from './Times'
import { Versions } from './Versions'

/** The rule in words with the real counts, what is counted and what is not, and a proof by counting again. */
export function Why({ explanation }: { explanation: Explanation }) {
  const { figure, formula } = explanation
  const { language } = useFormat()
  return (
    <div className="why">
      <div className="why-rule">
        {/* The text of a share is its numerator over its denominator, which the sum says with the counts. */}
        {figure.unit === 'ratio' ? null : <p className="prose rule-text">{formula.text[language]}</p>}
        <Sum explanation={explanation} />
        <p className="soft small">
          <Trans>
            Un ticket appartient à la période de son évènement de référence : {lower(formula.reference_event[language])}. Règle{' '}
            {formula.source}.
          </Trans>
        </p>
        {explanation.handled ? <Handled handled={explanation.handled} /> : null}
        <Recomputed explanation={explanation} />
        {figure.verdict === 'incomplete' ? <Incomplete heard={explanation.heard} /> : null}
      </div>
      <Counts explanation={explanation} />
      {explanation.times && TIMED.has(figure.indicator) ? <Times times={explanation.times} tickets={explanation.counts.in.denominator} /> : null}
      <Rules explanation={explanation} />
      {/* Only figures of the whole are published. */}
      {Object.keys(figure.dimensions).length ? null : <Versions figureId={figure.figure_id} versions={explanation.versions} unit={figure.unit} />}
    </div>
  )
}

/** « 1 323 tickets résolus du premier coup sur 1 840 tickets résolus = 71,9 % » */
function Sum({ explanation: { figure, formula, counts, commitment } }: { explanation: Explanation }) {
  const format = useFormat()
  const value = format.amountBeside(figure.value, figure.unit, figure.target)
  return (
    <p className="sum">
      {figure.unit === 'ratio' || figure.unit === 'points' ? (
        <>
          <span>
            <b>{format.integer(figure.numerator ?? counts.in.numerator)}</b> {lower(formula.numerator[format.language])}
          </span>
          <span className="soft">
            <Trans>sur</Trans>
          </span>
          <span>
            <b>{format.integer(figure.denominator ?? counts.in.denominator)}</b> {lower(formula.denominator[format.language])}
          </span>
        </>
      ) : (
        <span>
          <b>{format.integer(counts.in.denominator)}</b> {lower(formula.denominator[format.language])}
        </span>
      )}
      <span>
        = <b>{value}</b>
        {commitment ? (
          <span className="soft">
            {' '}
            <Trans>pour {targetText(format, figure)} promis</Trans>
          </span>
        ) : null}
      </span>
    </p>
  )
}

function Recomputed({ explanation: { recomputed, figure } }: { explanation: Explanation }) {
  const format = useFormat()
  const read = format.integer(recomputed.tickets_read)
  if (recomputed.equal) {
    return (
      <p className="recomputed tone-met">
        <svg className="mark" width="14" height="14" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.500 6.500 5 9l4.500-6" />
        </svg>
        <Plural
          value={recomputed.tickets_read}
          one={`Recalculé à partir des évènements d’un seul ticket : même valeur.`}
          other={`Recalculé à partir des évènements de ${read} tickets : même valeur.`}
        />
      </p>
    )
  }
  return (
    <p className="notice alert" role="alert">
      <Trans>
        Recalculé à partir des évènements de {read} tickets : {format.amount(recomputed.value, figure.unit, figure.unit === 'ratio' ? 2 : undefined)}, et non{' '}
        {format.amount(figure.value, figure.unit, figure.unit === 'ratio' ? 2 : undefined)}. Ne vous fiez pas à ce chiffre : prévenez l’administrateur de
        la plateforme.
      </Trans>
    </p>
  )
}

/** Why no verdict is given though there is a value. */
function Incomplete({ heard }: { heard: Explanation['heard'] }) {
  const format = useFormat()
  const { minimum_time_heard: time, minimum_data_completeness: complete } = heard
  const silent = time !== null && heard.elapsed_s - heard.silent_s < Number(time) * heard.elapsed_s
  return (
    <p className="notice">
      {silent ? (
        <Trans>
          Incomplet : une source s’est tue pendant {format.duration(heard.silent_s)} de la période sans que personne ne l’explique, et le contrat demande{' '}
          {format.amount(time, 'ratio')} de temps sans silence.
        </Trans>
      ) : (
        <Trans>Incomplet : le contrat demande {format.amount(complete, 'ratio')} de tickets dont la création est arrivée.</Trans>
      )}
    </p>
  )
}
