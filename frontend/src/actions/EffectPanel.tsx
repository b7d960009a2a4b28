import '../before-after/before-after.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Action, Contract, Variant } from '../api/types'
import { Detail } from '../before-after/Detail'
import { daysQuery } from '../before-after/queries'
import { LineAgainstCommitment } from '../charts/LineAgainstCommitment'
import type { ChartMark } from '../charts/types'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { useNames } from '../indicators/names'
import { seriesQuery } from '../indicators/queries'
import { SharePractice } from '../practices/SharePractice'
import { Answer } from '../ui/Answer'
import { curveOf, daysBeside, SOONEST } from './around'
import { useActionWords } from './words'

const HEIGHT = 300
const AROUND = 150
const COMPARED = 260

/** The curve of the indicator with the action on it, and what statistics may say of the days before and after. */
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

/** Whether the difference between the days before and after is more than chance. */
function Beside({ action, contractId, indicator, variant, by }: { action: Action; contractId: string; indicator: string; variant: Variant | null; by: string }) {
  const days = daysBeside(action, by, useToday())
  if (!days)
    return (
      <p className="soft">
        <Plural value={SOONEST} one="L’effet se lira # jour après la fin de l’action." other="L’effet se lira # jours après la fin de l’action." />
      </p>
    )
  return <Compared action={action} contractId={contractId} indicator={indicator} variant={variant} days={days} />
}

type Days = NonNullable<ReturnType<typeof daysBeside>>

function Compared({ action, contractId, indicator, variant, days: { before, after } }: { action: Action; contractId: string; indicator: string; variant: Variant | null; days: Days }) {
  const compared = useQuery(daysQuery(contractId, indicator, variant, before, after))
  return (
    <>
      <Answer query={compared} height={COMPARED}>
        {(data) => (
          <>
            <Detail data={data} />
            {action.state === 'verified' && data.reading === 'better' ? <SharePractice contractId={contractId} actionId={action.id} before={before} after={after} /> : null}
          </>
        )}
      </Answer>
      <p className="no-print">
        <Link
          to="/contrats/$contractId/avant-apres"
          params={{ contractId }}
          search={{ kpi: indicator, variante: variant ?? undefined, du: after.from, au: after.to, avant_du: before.from, avant_au: before.to } as never}
        >
          <Trans>Choisir d’autres jours</Trans>
        </Link>
      </p>
    </>
  )
}
