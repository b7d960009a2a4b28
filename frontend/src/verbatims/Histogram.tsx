import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ScoreCount } from '../api/types'
import { useFormat } from '../format/use-format'

const SCORES = Array.from({ length: 11 }, (_, score) => score)
const toneOf = (score: number) => (score >= 9 ? 'met' : score >= 7 ? 'near' : 'missed')

/** How many gave each score from 0 to 10; each bar shows only its answers. */
export function Histogram({ items, chosen }: { items: readonly ScoreCount[]; chosen: number | null }) {
  const { t } = useLingui()
  const format = useFormat()
  const counts = SCORES.map((score) => items.find((one) => one.kind === 'nps' && one.score === score)?.answers ?? 0)
  const most = Math.max(1, ...counts)
  const total = counts.reduce((sum, one) => sum + one, 0)
  if (!total) {
    return (
      <p className="soft">
        <Trans>Aucune réponse à la question de recommandation ce mois-ci.</Trans>
      </p>
    )
  }
  return (
    <nav aria-label={t`Filtrer par note de recommandation`}>
      <ol className="score-bars">
        {SCORES.map((score) => (
          <li key={score} className={`tone-${toneOf(score)}`}>
            <Link
              to="."
              search={(kept: object) => ({ ...kept, note: chosen === score ? undefined : String(score), question: undefined }) as never}
              aria-current={chosen === score ? 'true' : undefined}
              activeProps={{}}
              replace
              resetScroll={false}
            >
              <span className="score-count" aria-hidden="true">
                {format.integer(counts[score]!)}
              </span>
              <span className="score-bar" style={{ height: `${(96 * counts[score]!) / most}px` }} />
              <span className="score-name" aria-hidden="true">
                {score}
              </span>
              <span className="visually-hidden">
                <Trans>
                  Note {score} : <Plural value={counts[score]!} one="# réponse" other="# réponses" />
                </Trans>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="score-groups small soft" aria-hidden="true">
        <span>
          <Trans>Détracteurs</Trans>
        </span>
        <span>
          <Trans>Passifs</Trans>
        </span>
        <span>
          <Trans>Promoteurs</Trans>
        </span>
      </p>
    </nav>
  )
}
