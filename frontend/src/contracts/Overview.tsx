import type { Figure } from '../api/types'
import { toneOf } from '../indicators/names'
import { byUrgency } from '../indicators/ranking'
import { reachOf, rulerPlaces } from '../indicators/ruler'
import { Mark } from '../ui/Verdict'

/** All commitments of a contract on one ruler, the worst drawn last so that it stays on top. */
export function Overview({ figures }: { figures: readonly Figure[] }) {
  const reach = reachOf(figures)
  return (
    <span className="overview" aria-hidden="true">
      {figures.toSorted(byUrgency).toReversed().map((figure) => {
        const { value } = rulerPlaces(figure, null, reach)
        const tone = toneOf(figure.verdict)
        return value === null ? null : (
          <i key={figure.figure_id} className={`overview-mark tone-${tone}`} style={{ left: `${value}%` }}>
            <Mark tone={tone} size={10} />
          </i>
        )
      })}
    </span>
  )
}
