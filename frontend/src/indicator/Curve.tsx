import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Figure } from '../api/types'
import { LineAgainstCommitment } from '../charts/LineAgainstCommitment'
import type { ChartMark } from '../charts/types'
import { firstDay, lastDay, shiftMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Limits } from './Limits'
import { useLimitWords } from './limit-words'
import { annotationsQuery } from './queries'
import { seriesQuery, type SeriesWanted } from '../indicators/queries'
import { useWords } from '../indicators/words'
import { Answer } from '../ui/Answer'
import { SegmentLink } from '../ui/SegmentLink'

interface CurveProps {
  contractId: string
  figure: Figure
  period: string
  name: string
  contractTitle: string
}

const HEIGHT = 320
const AROUND = 150

/** Shares and scores have limits; durations and a stock have none. */
const isControlled = ({ unit }: Figure) => unit === 'ratio' || unit === 'points'

/** What is drawn: three months of days, each telling its last seven; or thirteen months, the same month a year ago first. */
function wanted(figure: Figure, period: string, months: boolean, control: boolean, today: string): SeriesWanted {
  const last = lastDay(period)
  return {
    indicator: figure.indicator,
    variant: figure.variant,
    from: firstDay(shiftMonth(period, months ? -12 : -2)),
    to: last < today ? last : today,
    grain: months ? 'month' : 'day',
    window: months || control || figure.indicator === 'backlog' ? 1 : 7,
    cut: Object.entries(figure.dimensions)[0] ?? null,
    ...(isControlled(figure) && (months || control) ? { limits: true } : {}),
  }
}

export function Curve({ contractId, figure, period, name, contractTitle }: CurveProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const { vue } = useSearch({ from: '/signed-in/contrats/$contractId/indicateurs/$code' })
  const months = vue === 'mois'
  const control = vue === 'controle' && isControlled(figure)
  const asked = wanted(figure, period, months, control, useToday())
  const limitWords = useLimitWords()
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
    <Answer query={series} height={HEIGHT + AROUND}>
        {(data) => (
          <>
            <LineAgainstCommitment
              name={name}
              series={data}
              marks={marks}
              heading={2}
              title={t`Courbe`}
              clause={months ? t`treize mois` : asked.window > 1 ? t`sept jours glissants` : t`par jour`}
              tools={
                <nav className="segments" aria-label={t`Pas de la courbe`}>
                  <SegmentLink search={{ vue: undefined }} current={!months && !control}>
                    <Trans>Par jour</Trans>
                  </SegmentLink>
                  <SegmentLink search={{ vue: 'mois' }}>
                    <Trans>Par mois</Trans>
                  </SegmentLink>
                  {isControlled(figure) ? (
                    <SegmentLink search={{ vue: 'controle' }}>
                      <Trans>Contrôle</Trans>
                    </SegmentLink>
                  ) : null}
                </nav>
              }
              height={HEIGHT}
              limitWords={limitWords}
              provenance={{
                contract: contractTitle,
                period: format.monthTitle(period),
                state: figure.provisional ? `${words.state(figure.state)}, ${t`provisoire`}` : words.state(figure.state),
                dataAsOf: data.data_as_of ? format.instant(data.data_as_of, true) : null,
              }}
            />
            {data.limits ? <Limits limits={data.limits} unit={data.unit} grain={data.grain} /> : null}
          </>
        )}
    </Answer>
  )
}
