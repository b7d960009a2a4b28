import './charts.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useId, useMemo, useRef, useState } from 'react'
import { ChartExport } from './ChartExport'
import { Drawing } from './Drawing'
import { layout } from './layout'
import { lastKnown } from './points'
import type { LineAgainstCommitmentProps } from './types'
import { useWidth } from './use-width'
import { useChartWords } from './words'

const NO_MARKS: never[] = []
// Few ask for it: the first page does without.
const ChartTable = lazy(() => import('./ChartTable').then((found) => ({ default: found.ChartTable })))

/** A curve against what was promised: picture, sentence, a range to go through the days, and the same as a table. */
export function LineAgainstCommitment({
  name,
  series,
  compared = null,
  marks = NO_MARKS,
  provenance,
  heading,
  title = name,
  tools,
  clause,
  limitWords,
  height,
}: LineAgainstCommitmentProps) {
  const { t } = useLingui()
  const words = useChartWords()
  const caption = useId()
  const drawing = useRef<SVGSVGElement>(null)
  const [box, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const tall = height ?? (width < 480 ? 240 : 300)
  const placed = useMemo(
    () => layout(series, compared?.series ?? null, marks, width, tall),
    [series, compared?.series, marks, width, tall],
  )
  const last = series.items.length - 1
  const selected = Math.min(chosen ?? lastKnown(placed.points), Math.max(0, last))
  const item = series.items[selected]
  const other = compared?.series.items[selected]
  const said = item ? words.point(series, item, compared && other ? { item: other, label: compared.label } : null) : ''
  const Heading = heading === 3 ? 'h3' : 'h2'

  return (
    <figure className="chart" aria-labelledby={caption}>
      <div className="panel-head">
        {heading ? <Heading>{title}</Heading> : null}
        {clause ? <span className="soft small">{clause}</span> : null}
        <div className="end no-print">
          {tools}
          <button type="button" className="button-quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? <Trans>Voir la courbe</Trans> : <Trans>Voir le tableau</Trans>}
          </button>
          <ChartExport name={name} series={series} compared={compared} provenance={provenance} drawing={asTable ? null : drawing} />
        </div>
      </div>
      <div ref={box} className="chart-box" style={{ minHeight: tall }}>
        {asTable ? (
          <Suspense fallback={null}>
            <ChartTable name={name} series={series} compared={compared} limitWords={limitWords} height={tall} />
          </Suspense>
        ) : (
          <Drawing
            ref={drawing}
            layout={placed}
            unit={series.unit}
            selected={selected}
            onSelect={setChosen}
            comparedLabel={compared?.label ?? null}
            label={(period) => words.period(period, series.grain, 'short')}
          />
        )}
      </div>
      {asTable || last < 1 ? null : (
        <label className="chart-browse no-print">
          <span>{series.grain === 'day' ? <Trans>Parcourir les jours</Trans> : <Trans>Parcourir les mois</Trans>}</span>
          <input
            type="range"
            min={0}
            max={last}
            value={selected}
            onChange={(event) => setChosen(Number(event.target.value))}
            aria-valuetext={said}
          />
        </label>
      )}
      <figcaption id={caption} className="chart-caption">
        <span className="visually-hidden">{words.summary(series, name)} </span>
        {said || t`Aucune valeur sur cette période.`}
      </figcaption>
    </figure>
  )
}
