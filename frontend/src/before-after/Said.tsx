import { Plural, Trans } from '@lingui/react/macro'
import type { BeforeAfter } from '../api/types'
import { useFormat } from '../format/use-format'
import { chanceOf, percentOf } from './amounts'
import { useBeforeAfterWords } from './words'

/** The reading, the difference in points and in percent, the test, and how many answers would have shown it. */
export function Said({ data }: { data: BeforeAfter }) {
  const format = useFormat()
  const words = useBeforeAfterWords()
  const { difference, test, needed_sample: needed } = data
  return (
    <div className="before-after-said">
      <p>
        <strong>{words.reading(data.reading)}.</strong>{' '}
        {difference ? (
          <Trans>
            Écart de {format.difference(Number(difference.value), data.unit)}, entre {format.difference(Number(difference.low), data.unit)} et{' '}
            {format.difference(Number(difference.high), data.unit)} (95 %)
          </Trans>
        ) : null}
        {difference && data.relative_percent !== null ? (
          <>
            {', '}
            <Trans>soit {percentOf(format, data.relative_percent)} de la valeur d’avant</Trans>
          </>
        ) : null}
        {difference ? '.' : null}
      </p>
      {data.reasons.map((one) => (
        <p key={one}>{words.reason(one)}</p>
      ))}
      {data.reading === 'too_few' ? (
        <p>
          <Plural value={data.minimum_sample_size} one="Le minimum convenu est de # réponse par période." other="Le minimum convenu est de # réponses par période." />
        </p>
      ) : null}
      {test ? (
        <p className="soft">
          <Trans>
            {words.method(test.method)} : {chanceOf(format, test.p_value)}.
          </Trans>
        </p>
      ) : null}
      {data.reading !== 'better' && data.reading !== 'worse' && needed.observed !== null ? (
        <p>
          <Plural
            value={needed.observed}
            one="Pour montrer un écart de cette taille, il faudrait # réponse par période."
            other="Pour montrer un écart de cette taille, il faudrait # réponses par période."
          />
        </p>
      ) : null}
    </div>
  )
}
