import { Trans, useLingui } from '@lingui/react/macro'
import type { Figure } from '../api/types'
import { useSampleWords } from '../indicators/samples'
import { VerdictPill } from './Verdict'

type Judged = Pick<Figure, 'indicator' | 'verdict' | 'certainty' | 'sample_size' | 'provisional'>

/** Verdict of the contract and certainty of statistics, never one word for both. */
export function Judgement({ figure }: { figure: Judged }) {
  return (
    <span className="judgement">
      <VerdictPill verdict={figure.verdict} />
      <Certainty figure={figure} />
    </span>
  )
}

/** « écart non certain (257 réponses) » */
export function Certainty({ figure }: { figure: Judged }) {
  const { t } = useLingui()
  const sample = useSampleWords()(figure)
  const provisional = figure.provisional ? t`provisoire` : null
  const certainty =
    figure.certainty === 'not_distinguishable' ? (
      <Trans>écart non certain ({sample})</Trans>
    ) : figure.certainty === 'established' ? (
      <Trans>écart établi ({sample})</Trans>
    ) : null
  if (!certainty && !provisional) return null
  return (
    <span className="soft small">
      {certainty}
      {certainty && provisional ? ', ' : null}
      {provisional}
    </span>
  )
}
