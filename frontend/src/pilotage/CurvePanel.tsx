import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Contract, Figure } from '../api/types'
import { firstDay, lastDay } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { seriesQuery } from '../indicators/queries'
import { useClauseLabel } from '../indicators/samples'
import { Failure } from '../ui/Failure'

const LineAgainstCommitment = lazy(() =>
  import('../charts/LineAgainstCommitment').then((module) => ({ default: module.LineAgainstCommitment })),
)

/** Each day is the seven that end with it: days alone are too few to be read. */
const WINDOW = 7

interface CurvePanelProps {
  contract: Contract
  figure: Figure
  compared: string | null
}

export function CurvePanel({ contract, figure, compared }: CurvePanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const clauseLabel = useClauseLabel()
  const daysOf = (period: string) =>
    seriesQuery(contract.id, {
      indicator: figure.indicator,
      variant: figure.variant,
      from: firstDay(period),
      to: lastDay(period),
      grain: 'day',
      window: WINDOW,
    })
  const series = useQuery(daysOf(figure.period))
  const past = useQuery({ ...daysOf(compared ?? figure.period), enabled: compared !== null })
  const known = compared !== null && past.data?.items.some((item) => item.value !== null)
  return (
    <section className="panel curve-panel">
      {series.error ? (
        <Failure error={series.error} retry={() => void series.refetch()} />
      ) : series.data ? (
        <Suspense fallback={<div className="curve-place skeleton" />}>
          <LineAgainstCommitment
            key={figure.figure_id}
            name={names.figure(figure)}
            heading={2}
            clause={figure.commitment ? clauseLabel(figure.commitment.clause) : null}
            series={series.data}
            compared={known && past.data ? { series: past.data, label: format.month(compared) } : null}
            provenance={{
              contract: contract.title,
              period: format.month(figure.period),
              state: figure.provisional ? t`provisoire` : t`clos`,
              dataAsOf: figure.data_as_of ? format.instant(figure.data_as_of, true) : null,
            }}
          />
        </Suspense>
      ) : (
        <div className="curve-place skeleton" aria-busy="true" />
      )}
      <p className="soft small">
        <Trans>Chaque point porte sur les sept jours qui s’achèvent ce jour-là ; le verdict du mois, lui, porte sur le mois entier.</Trans>{' '}
        <Link
          to="/contrats/$contractId/indicateurs/$code"
          params={{ contractId: contract.id, code: figure.indicator }}
          search={{ periode: figure.period, variante: figure.variant ?? undefined }}
        >
          <Trans>Pourquoi ce chiffre ?</Trans>
        </Link>
      </p>
    </section>
  )
}
