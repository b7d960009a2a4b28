import type { Figure } from '../api/types'
import { toneOf } from '../indicators/names'
import { Mark } from '../ui/Verdict'
import { rulerPlaces } from '../indicators/ruler'

/** One row of la réglette; the cells beside it say the same in words. */
export function Ruler({ figure, before, reach }: { figure: Figure; before: string | null; reach: number }) {
  const { value, beyond, interval, before: then, tolerance } = rulerPlaces(figure, before, reach)
  const tone = toneOf(figure.verdict)
  return (
    <span className={`ruler tone-${tone}`} aria-hidden="true">
      {tolerance ? <i className="ruler-tolerance" style={{ right: '50%', width: `${tolerance}%` }} /> : null}
      {interval ? <i className="ruler-interval" style={{ left: `${interval.from}%`, width: `${interval.to - interval.from}%` }} /> : null}
      {then === null ? null : <i className="ruler-before" style={{ left: `${then}%` }} />}
      {value === null ? null : (
        <i className="ruler-now" data-beyond={beyond ?? undefined} style={{ left: `${value}%` }}>
          <Mark tone={tone} />
        </i>
      )}
    </span>
  )
}
