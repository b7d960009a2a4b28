import { useLingui } from '@lingui/react'
import { Plural, Trans } from '@lingui/react/macro'
import type { Figure } from '../api/types'
import { useFormat } from '../format/use-format'
import { sentenceWords } from './sentence-words'
import { sentenceKind, tallyOf } from '../indicators/tally'

/** The month in one sentence: the title of the page. */
export function Sentence({ figures, period }: { figures: readonly Figure[]; period: string }) {
  useLingui()
  const format = useFormat()
  const tally = tallyOf(figures)
  const soFar = figures.some((one) => one.provisional && one.commitment?.class === 'contractual')
  const kind = sentenceKind(figures, tally)
  const words = sentenceWords(kind, tally, format.month(period), soFar)
  return (
    <>
      <h1>
        {words.first} {words.missed ? <em className="tone-missed">{words.missed}</em> : null}{' '}
        {words.unsaid ? <em className="soft">{words.unsaid}</em> : null}
      </h1>
      {tally.withinTolerance ? (
        <p className="soft">
          <Plural
            value={tally.withinTolerance}
            one="Parmi ceux qui sont tenus, # l’est dans la tolérance."
            other="Parmi ceux qui sont tenus, # le sont dans la tolérance."
          />
        </p>
      ) : tally.total === 0 || kind === 'no_data' ? null : (
        <p className="soft">
          <Trans>Au sens du contrat, sur la valeur publiée.</Trans>
        </p>
      )}
    </>
  )
}
