import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Figure } from '../api/types'
import { previousMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { isSmall, isTooFew } from '../indicators/few'
import { useNames } from '../indicators/names'
import { figuresQuery } from '../indicators/queries'
import { ANSWERED, useClauseLabel, useSampleWords } from '../indicators/samples'
import { distanceText, targetText } from '../indicators/target'
import { useWords } from '../indicators/words'
import { ResponseRates } from '../surveys/ResponseRates'
import { Term } from '../ui/Term'
import { VerdictPill } from '../ui/Verdict'

/** The value with all it needs to be read: verdict, certainty, target, past, sample, clause, freshness. */
export function Head({ figure, contractId }: { figure: Figure; contractId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const names = useNames()
  const sample = useSampleWords()(figure)
  const clauseLabel = useClauseLabel()
  const { commitment, interval, unit } = figure
  return (
    <section className="indicator-head">
      <div className="indicator-value">
        <p className="figure-value">{isTooFew(figure) ? '–' : format.amountBeside(figure.value, unit, figure.target)}</p>
        <p className="indicator-said">
          <VerdictPill verdict={figure.verdict} />
          <span className={figure.certainty === 'not_distinguishable' ? 'certainty doubtful' : 'certainty'}>
            <Trans>Certitude : {names.certainty(figure.certainty)}</Trans>
          </span>
          <Term code="certitude" word={t`Certitude`} />
          {isTooFew(figure) ? (
            <span className="certainty">
              <Trans>Trop peu de réponses pour un score</Trans>
            </span>
          ) : isSmall(figure) ? (
            <span className="certainty">
              <Trans>Petit échantillon : lisez l’intervalle</Trans>
            </span>
          ) : null}
          {figure.provisional ? (
            <>
              <span className="certainty">
                <Trans>Provisoire</Trans>
              </span>
              <Term code="provisoire" word={t`Provisoire`} />
            </>
          ) : null}
        </p>
      </div>
      <dl className="facts">
        <Fact label={<Trans>Cible</Trans>}>
          {targetText(format, figure)}
          {figure.tolerance && Number(figure.tolerance) !== 0 ? (
            <small>
              <Trans>tolérance {distanceText(format, figure.tolerance, unit)}</Trans>
            </small>
          ) : null}
        </Fact>
        <Fact label={<Trans>Clause</Trans>}>
          {commitment ? clauseLabel(commitment.clause) : '–'}
          <small>{words.commitmentClass(commitment)}</small>
        </Fact>
        <Past figure={figure} contractId={contractId} />
        <Fact label={<Trans>Échantillon</Trans>}>
          {sample}
          {interval ? (
            <small>
              <Trans>
                intervalle {format.amount(interval.low, unit)} à {format.amount(interval.high, unit)}
              </Trans>
            </small>
          ) : null}
        </Fact>
        {ANSWERED.has(figure.indicator) ? <ResponseRates contractId={contractId} period={figure.period} question={figure.indicator} /> : null}
        <Fact label={<Trans>Données au</Trans>}>
          {figure.data_as_of ? format.instant(figure.data_as_of, true) : '–'}
          <small>{words.state(figure.state)}</small>
        </Fact>
      </dl>
    </section>
  )
}

function Past({ figure, contractId }: { figure: Figure; contractId: string }) {
  const format = useFormat()
  const before = previousMonth(figure.period)
  const { data } = useQuery(figuresQuery(contractId, before))
  const past = data?.items.find((one) => one.indicator === figure.indicator && one.variant === figure.variant)
  const known = past?.value != null && figure.value !== null
  return (
    <Fact label={format.monthTitle(before)}>
      {format.amount(past?.value ?? null, figure.unit)}
      {/* The line is there before the past is, so that nothing below it moves. */}
      <small>{known ? format.difference(Number(figure.value) - Number(past.value), figure.unit) : '\u00a0'}</small>
    </Fact>
  )
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
