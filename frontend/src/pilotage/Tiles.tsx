import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Figure } from '../api/types'
import { Sparkline } from '../charts/Sparkline'
import { addDays } from '../format/dates'
import { lastDay } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { seriesQuery } from '../indicators/queries'
import { useClauseLabel, useSampleWords } from '../indicators/samples'
import { Judgement } from '../ui/Judgement'
import { change, counterpart, sameIndicator } from '../indicators/ranking'

interface TilesProps {
  figures: readonly Figure[]
  before: readonly Figure[] | undefined
  compared: string | null
  selected: Figure | null
}

/** The four that need a look; pressing one shows its curve. */
export function Tiles({ figures, before, compared, selected }: TilesProps) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`À regarder d’abord`} className="tiles">
      {figures.map((figure) => (
        <Tile
          key={figure.figure_id}
          figure={figure}
          before={counterpart(figure, before)}
          compared={compared}
          current={selected !== null && sameIndicator(figure, selected)}
        />
      ))}
    </nav>
  )
}

/** How far back the small curve goes: long enough to see since when. */
const SPARK_DAYS = 90

function Tile({ figure, before, compared, current }: { figure: Figure; before: Figure | null; compared: string | null; current: boolean }) {
  const format = useFormat()
  const names = useNames()
  const sample = useSampleWords()(figure)
  const clauseLabel = useClauseLabel()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const to = lastDay(figure.period)
  const { data: series } = useQuery(
    seriesQuery(contractId, {
      indicator: figure.indicator,
      variant: figure.variant,
      from: addDays(to, 1 - SPARK_DAYS),
      to,
      grain: 'day',
      window: 7,
    }),
  )
  const difference = change(figure, before)
  const sign = figure.direction === 'higher' ? '≥' : '≤'
  const target = `${sign}\u00a0${format.amountBeside(figure.target, figure.unit, figure.value)}`
  return (
    <Link
      to="."
      search={(search) => ({ ...search, kpi: figure.indicator, variante: figure.variant ?? undefined })}
      className="tile"
      aria-current={current ? 'true' : undefined}
      replace
      resetScroll={false}
    >
      <span className="tile-name">{names.figure(figure)}</span>
      <span className="tile-value">{format.amountBeside(figure.value, figure.unit, figure.target)}</span>
      <Judgement figure={figure} />
      <span className="soft small">
        <Trans>Cible {target}</Trans>
        {figure.commitment ? <> · {clauseLabel(figure.commitment.clause)}</> : null}
      </span>
      <Sparkline values={series?.items.map((item) => item.value) ?? []} target={figure.target} verdict={figure.verdict} />
      <span className="soft small">
        {difference !== null && compared ? (
          <Trans>
            {format.difference(difference, figure.unit)} depuis {format.month(compared)}
          </Trans>
        ) : compared ? (
          <Trans>Pas de valeur en {format.month(compared)}</Trans>
        ) : null}
        {compared ? ' · ' : null}
        {sample}
      </span>
    </Link>
  )
}
