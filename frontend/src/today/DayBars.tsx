import '../charts/charts.css'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type PointerEvent } from 'react'
import { useWidth } from '../charts/use-width'
import type { Board, HalfHour } from '../api/types'
import { useFormat } from '../format/use-format'
import { ScrollRegion } from '../ui/ScrollRegion'
import { currentRank, due, labelled, rankAt, scaleOf, slotsOf, type Bar, type Frame } from './bars'

const HEIGHT = 260
const NARROW = 480

/** The day by half-hour: picture, sentence, a range to go through it, and the same as a table. */
export function DayBars({ board, asOf }: { board: Board; asOf: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const caption = useId()
  const [box, width] = useWidth<HTMLDivElement>()
  const [asTable, setAsTable] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const hours = board.half_hours
  const now = currentRank(hours, asOf)
  const selected = Math.min(chosen ?? now, hours.length - 1)
  const one = hours[selected]
  const said = one ? sentence(one) : ''

  function sentence({ starts_at: at, ...counts }: HalfHour): string {
    const told = [
      plural(counts.created, { one: '# créé', other: '# créés' }),
      plural(counts.first_responses, { one: '# première réponse', other: '# premières réponses' }),
      plural(counts.solved, { one: '# résolu', other: '# résolus' }),
      plural(counts.reopened, { one: '# rouvert', other: '# rouverts' }),
      plural(counts.due_first_response, { one: '# première réponse à échoir', other: '# premières réponses à échoir' }),
      plural(counts.due_resolution, { one: '# résolution à échoir', other: '# résolutions à échoir' }),
    ].join(', ')
    return t`À ${format.clock(at)} : ${told}.`
  }

  return (
    <section className="panel">
      <figure className="chart" aria-labelledby={caption}>
        <div className="panel-head">
          <h2>
            <Trans>La journée par demi-heure</Trans>
          </h2>
          <div className="end no-print">
            <button type="button" className="button-quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? <Trans>Voir les barres</Trans> : <Trans>Voir le tableau</Trans>}
            </button>
          </div>
        </div>
        {asTable ? null : (
          <p className="today-legend soft small">
            <span className="today-key today-key-created" aria-hidden="true" /> <Trans>Créés</Trans>
            <span className="today-key today-key-solved" aria-hidden="true" /> <Trans>Résolus</Trans>
            <span className="today-key today-key-due" aria-hidden="true" /> <Trans>Délais à échoir</Trans>
          </p>
        )}
        <div ref={box} className="chart-box" style={{ minHeight: HEIGHT }}>
          {asTable ? (
            <DayTable hours={hours} />
          ) : (
            <Picture hours={hours} now={now} selected={selected} width={width} onSelect={setChosen} />
          )}
        </div>
        {asTable ? null : (
          <label className="chart-browse no-print">
            <span>
              <Trans>Parcourir les demi-heures</Trans>
            </span>
            <input
              type="range"
              min={0}
              max={hours.length - 1}
              value={selected}
              onChange={(event) => setChosen(Number(event.target.value))}
              aria-valuetext={said}
            />
          </label>
        )}
        <figcaption id={caption} className="chart-caption">
          {said}
        </figcaption>
      </figure>
    </section>
  )
}

interface PictureProps {
  hours: readonly HalfHour[]
  now: number
  selected: number
  width: number
  onSelect: (index: number) => void
}

/** Hidden from assistive technology, which reads the sentence, the range and the table instead. */
function Picture({ hours, now, selected, width, onSelect }: PictureProps) {
  const format = useFormat()
  const hatch = useId()
  const frame: Frame = { width, height: HEIGHT, left: 40, right: 8, top: 12, bottom: 28 }
  const { top, ticks } = scaleOf(hours)
  const slots = slotsOf(hours, frame, top)
  const floor = frame.height - frame.bottom
  const y = (tickets: number) => floor - (tickets / top) * (floor - frame.top)
  const hourOf = (iso: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: format.zone }).format(new Date(iso)))
  const pick = (event: PointerEvent<SVGSVGElement>) =>
    onSelect(rankAt(event.clientX - event.currentTarget.getBoundingClientRect().left, frame, hours.length))
  const current = slots[selected]
  const present = slots[now]
  return (
    <svg
      className="chart-drawing"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
      onPointerMove={pick}
      onPointerDown={pick}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="today-hatch" />
        </pattern>
      </defs>
      {ticks.map((value) => (
        <g key={value}>
          <line x1={frame.left} x2={width - frame.right} y1={y(value)} y2={y(value)} className="chart-grid" />
          <text x={frame.left - 8} y={y(value) + 4} textAnchor="end" className="chart-text">
            {format.integer(value)}
          </text>
        </g>
      ))}
      {current ? <rect x={current.x} width={current.width} y={frame.top} height={floor - frame.top} className="today-chosen" /> : null}
      {slots.map((slot, index) => (
        <g key={hours[index]!.starts_at}>
          <Column bar={slot.due} className="today-due" fill={`url(#${hatch})`} />
          <Column bar={slot.created} className="today-created" />
          <Column bar={slot.solved} className="today-solved" />
        </g>
      ))}
      {present ? <line x1={present.x + present.width} x2={present.x + present.width} y1={frame.top} y2={floor} className="chart-cursor-line" /> : null}
      {labelled(hours, hourOf, width < NARROW).map((index) => (
        <text key={index} x={slots[index]!.x} y={HEIGHT - 8} textAnchor="start" className="chart-text">
          {format.clock(hours[index]!.starts_at)}
        </text>
      ))}
    </svg>
  )
}

function Column({ bar, className, fill }: { bar: Bar | null; className: string; fill?: string }) {
  return bar ? <rect {...bar} className={className} {...(fill ? { fill } : {})} /> : null
}

function DayTable({ hours }: { hours: readonly HalfHour[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const heads = [t`Demi-heure`, t`Créés`, t`Premières réponses`, t`Résolus`, t`Rouverts`, t`Premières réponses à échoir`, t`Résolutions à échoir`]
  const busy = hours.filter((one) => one.created + one.first_responses + one.solved + one.reopened + due(one) > 0)
  return (
    <ScrollRegion className="chart-table" label={t`La journée par demi-heure`} height={HEIGHT + 120}>
      <table className="ledger">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {busy.map((one) => (
            <tr key={one.starts_at}>
              <th scope="row">{format.clock(one.starts_at)}</th>
              {[one.created, one.first_responses, one.solved, one.reopened, one.due_first_response, one.due_resolution].map((tickets, index) => (
                <td key={heads[index + 1]} className="number">
                  {format.integer(tickets)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">
        <Trans>Les demi-heures où rien ne se passe ne sont pas listées.</Trans>
      </p>
    </ScrollRegion>
  )
}
