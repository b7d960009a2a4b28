import { Trans, useLingui } from '@lingui/react/macro'
import type { Quarter } from '../api/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { courseOf } from './means'

const WIDTH = 320
const HEIGHT = 96
const EDGE = 10
const LOWEST = 1
const HIGHEST = 5

const y = (mean: number) => HEIGHT - EDGE - ((mean - LOWEST) / (HIGHEST - LOWEST)) * (HEIGHT - 2 * EDGE)

/** The means of both over the quarters, each in its party's ink; the numbers stand in the tables above. */
export function Course({ quarters }: { quarters: readonly Quarter[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = [...new Set(quarters.map((one) => one.quarter))].toSorted()
  const sides = (['donneur_ordre', 'sous_traitant'] as const).map((side) => ({ side, points: courseOf(quarters, side) }))
  if (sides.every(({ points }) => points.length < 2)) return null
  const x = (quarter: string) => EDGE + (names.indexOf(quarter) / Math.max(1, names.length - 1)) * (WIDTH - 2 * EDGE)
  return (
    <section className="panel">
      <h2 className="ruled">
        <Trans>Évolution</Trans>
      </h2>
      <div className="evaluation-course">
        {sides.map(({ side, points }) => (
          <figure key={side}>
            <figcaption className="small">
              <PartyMark side={side} size={12} /> {points.map((one) => t`${one.quarter} : ${format.amount(one.mean, 'points')}`).join(', ')}
            </figcaption>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className={side === 'donneur_ordre' ? 'by-client' : 'by-provider'}>
              <path className="axis" d={`M${EDGE} ${y(LOWEST)}H${WIDTH - EDGE}M${EDGE} ${y(HIGHEST)}H${WIDTH - EDGE}`} />
              <polyline points={points.map((one) => `${x(one.quarter)},${y(one.mean)}`).join(' ')} />
              {points.map((one) => (
                <circle key={one.quarter} cx={x(one.quarter)} cy={y(one.mean)} r="3" />
              ))}
            </svg>
          </figure>
        ))}
      </div>
    </section>
  )
}
