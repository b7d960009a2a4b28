import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import type { Action, Contract, Figure, Variant } from '../api/types'
import { LineAgainstCommitment } from '../charts/LineAgainstCommitment'
import type { ChartMark } from '../charts/types'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { useNames } from '../indicators/names'
import { figuresQuery, seriesQuery } from '../indicators/queries'
import { Answer } from '../ui/Answer'
import { curveOf, monthsBeside } from './around'
import { useActionWords } from './words'

const HEIGHT = 300
const AROUND = 150

/** The curve of the indicator with the action on it, and the values of whole months before and after. */
export function EffectPanel({ action, contract }: { action: Action; contract: Contract }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const words = useActionWords()
  const today = useToday()
  const effect = action.expected_effect
  const indicator = effect?.indicator ?? ''
  const variant: Variant | null = effect?.variant ?? null
  const asked = curveOf(action, today)
  const series = useQuery({ ...seriesQuery(contract.id, { indicator, variant, ...asked }), enabled: effect !== null && effect !== undefined })
  const marks = useMemo<ChartMark[]>(
    () =>
      action.started_on
        ? [{ id: action.id, starts_on: action.started_on, ends_on: action.done_on, side: action.proposed_side, text: action.title }]
        : [],
    [action],
  )
  if (!effect) return null
  const name = names.figure({ indicator, variant })
  return (
    <>
      <p>{words.effect(effect)}</p>
      <Answer query={series} height={HEIGHT + AROUND}>
        {(data) => (
          <LineAgainstCommitment
            name={name}
            series={data}
            marks={marks}
            height={HEIGHT}
            clause={asked.window > 1 ? t`sept jours glissants` : t`par mois`}
            provenance={{ contract: contract.title, period: `${format.day(data.from, 'full')} – ${format.day(data.to, 'full')}`, state: words.state(action.state), dataAsOf: data.data_as_of ? format.instant(data.data_as_of, true) : null }}
          />
        )}
      </Answer>
      <Beside action={action} contractId={contract.id} indicator={indicator} variant={variant} by={effect.by} />
    </>
  )
}

/** Before and after, as the figures of whole months say; whether the difference is more than chance is another reading. */
function Beside({ action, contractId, indicator, variant, by }: { action: Action; contractId: string; indicator: string; variant: Variant | null; by: string }) {
  const format = useFormat()
  const months = monthsBeside(action, by, useToday())
  const before = useQuery(figuresQuery(contractId, months.before))
  const after = useQuery({ ...figuresQuery(contractId, months.after ?? months.before), enabled: months.after !== null })
  const of = (items: readonly Figure[] | undefined) => items?.find((one) => one.indicator === indicator && one.variant === variant)
  const first = of(before.data?.items)
  const last = months.after ? of(after.data?.items) : undefined
  const known = first?.value != null && last?.value != null
  return (
    <dl className="facts action-beside">
      <Value label={<Trans>{format.monthTitle(months.before)}, avant</Trans>} figure={first} />
      {months.after ? (
        <Value label={<Trans>{format.monthTitle(months.after)}, après</Trans>} figure={last} />
      ) : (
        <div>
          <dt>
            <Trans>Après</Trans>
          </dt>
          <dd className="soft">
            <Trans>à lire un mois entier après la fin</Trans>
          </dd>
        </div>
      )}
      {known ? (
        <div>
          <dt>
            <Trans>Écart</Trans>
          </dt>
          <dd>
            {format.difference(Number(last.value) - Number(first.value), last.unit)}
            {/* The place of the test: interval and p-value of `before-after`, once kpi offers that reading. */}
            <small className="under soft">
              <Trans>Deux mois comparés tels quels : d’autres causes ont pu jouer.</Trans>
            </small>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Value({ label, figure }: { label: ReactNode; figure: Figure | undefined }) {
  const format = useFormat()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {format.amount(figure?.value ?? null, figure?.unit ?? 'count')}
        {figure?.interval ? (
          <small className="under soft">
            <Trans>
              intervalle {format.amount(figure.interval.low, figure.unit)} à {format.amount(figure.interval.high, figure.unit)}
            </Trans>
          </small>
        ) : null}
      </dd>
    </div>
  )
}
