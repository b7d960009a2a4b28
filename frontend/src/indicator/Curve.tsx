import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Figure } from '../api/types'
import { LineAgainstCommitment } from '../charts/LineAgainstCommitment'
import type { ChartMark } from '../charts/types'
import { firstDay, lastDay, shiftMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { annotationsQuery, seriesQuery, type SeriesWanted } from '../indicators/queries'
import { useWords } from '../indicators/words'
import { Answer } from '../ui/Answer'

interface CurveProps {
  contractId: string
  figure: Figure
  period: string
  name: string
  contractTitle: string
}

const HEIGHT = 320

/** What is drawn: three months of days, each telling its last seven; or thirteen months, the same month a year ago first. */
function wanted(figure: Figure, period: string, months: boolean, today: string): SeriesWanted {
  const last = lastDay(period)
  return {
    indicator: figure.indicator,
    variant: figure.variant,
    from: firstDay(shiftMonth(period, months ? -12 : -2)),
    to: last < today ? last : today,
    grain: months ? 'month' : 'day',
    window: months || figure.indicator === 'backlog' ? 1 : 7,
  }
}

export function Curve({ contractId, figure, period, name, contractTitle }: CurveProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const months = useSearch({ from: '/signed-in/contrats/$contractId/indicateurs/$code' }).vue === 'mois'
  const asked = wanted(figure, period, months, useToday())
  const series = useQuery(seriesQuery(contractId, asked))
  const { data: annotations } = useQuery(annotationsQuery(contractId, figure.indicator))
  const marks = useMemo<ChartMark[]>(
    () =>
      (annotations?.items ?? [])
        .filter((one) => one.withdrawn_at === null)
        .map((one) => ({ ...one, side: one.author.side, text: one.text })),
    [annotations],
  )
  return (
    <>
      <div className="panel-head">
        <h2>
          <Trans>Courbe</Trans>
        </h2>
        <span className="soft small">
          {months ? <Trans>treize mois</Trans> : asked.window > 1 ? <Trans>sept jours glissants</Trans> : <Trans>par jour</Trans>}
        </span>
        <nav className="segments end no-print" aria-label={t`Pas de la courbe`}>
          <Link to="." search={(kept: Record<string, unknown>) => ({ ...kept, vue: undefined })} aria-current={!months} replace resetScroll={false}>
            <Trans>Jours</Trans>
          </Link>
          <Link to="." search={(kept: Record<string, unknown>) => ({ ...kept, vue: 'mois' as const })} aria-current={months} replace resetScroll={false}>
            <Trans>Mois</Trans>
          </Link>
        </nav>
      </div>
      <Answer query={series} height={HEIGHT + 150}>
        {(data) => (
          <LineAgainstCommitment
            name={name}
            series={data}
            marks={marks}
            height={HEIGHT}
            provenance={{
              contract: contractTitle,
              period: format.monthTitle(period),
              state: figure.provisional ? `${words.state(figure.state)}, ${t`provisoire`}` : words.state(figure.state),
              dataAsOf: data.data_as_of,
            }}
          />
        )}
      </Answer>
    </>
  )
}
