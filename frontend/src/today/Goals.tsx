import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Today } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'

type Goal = Today['goals'][number]

/** Both promises of the day so far, and what the rest of the day must bring. */
export function Goals({ today }: { today: Today }) {
  const { t } = useLingui()
  return (
    <section className="today-goals" aria-label={t`Engagements du jour`}>
      {today.goals.map((goal) => (
        <GoalCard key={goal.figure.indicator} goal={goal} />
      ))}
    </section>
  )
}

function GoalCard({ goal }: { goal: Goal }) {
  const format = useFormat()
  const names = useNames()
  const { figure, usual, outlook } = goal
  const [kept, judged] = [figure.numerator ?? 0, figure.denominator ?? 0]
  return (
    <div className="today-goal">
      <h2>{names.indicator(figure.indicator)}</h2>
      <p className="figure-value">{figure.value === null ? '–' : format.amountBeside(figure.value, 'ratio', figure.target)}</p>
      <p>
        <Trans>
          {format.integer(kept)} tenus sur {format.integer(judged)} jugés aujourd’hui
        </Trans>
        {figure.target === null ? null : (
          <>
            {', '}
            <Trans>pour {format.amount(figure.target, 'ratio')} promis</Trans>
          </>
        )}
        .
      </p>
      {outlook ? <Rest outlook={outlook} /> : figure.target === null ? (
        <p className="soft small">
          <Trans>Aucun engagement en vigueur sur cet indicateur.</Trans>
        </p>
      ) : null}
      <p className="soft small">
        {usual === null ? (
          <Trans>Moins de deux semaines d’historique : le reste du jour n’est estimé que par les délais connus.</Trans>
        ) : (
          <Plural value={usual} one="Un tel jour en juge d’habitude un seul." other="Un tel jour en juge d’habitude #." />
        )}
      </p>
    </div>
  )
}

function Rest({ outlook: { remaining, rate_needed: rate, may_miss: may } }: { outlook: NonNullable<Goal['outlook']> }) {
  const format = useFormat()
  if (rate === null) {
    return (
      <p>
        <Trans>Rien d’autre n’est attendu aujourd’hui.</Trans>
      </p>
    )
  }
  return (
    <p>
      <Plural value={remaining} one="Encore un à juger :" other="Encore # à juger :" />{' '}
      {Number(rate) > 1 ? (
        <strong className="tone-missed">
          <Trans>même tous tenus, la journée reste sous la promesse.</Trans>
        </strong>
      ) : Number(rate) <= 0 ? (
        <strong className="tone-met">
          <Trans>la journée tient déjà la promesse.</Trans>
        </strong>
      ) : (
        <strong>
          <Plural
            value={Math.max(0, may)}
            _0={`aucun ne peut être manqué.`}
            one={`un seul peut être manqué (${format.amount(rate, 'ratio', 1)} à tenir).`}
            other={`# peuvent être manqués (${format.amount(rate, 'ratio', 1)} à tenir).`}
          />
        </strong>
      )}
    </p>
  )
}
