import { Trans } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import { useSampleWords } from '../indicators/samples'
import type { Side } from './amounts'

/** What a side rests on: « 166 sur 200 », promoters and detractors, or how many tickets. */
export function Counted({ side, indicator }: { side: Side; indicator: string }) {
  const format = useFormat()
  const sample = useSampleWords()
  if (side.promoters !== null && side.detractors !== null) {
    return (
      <Trans>
        {format.integer(side.promoters)} promoteurs, {format.integer(side.detractors)} détracteurs sur {format.integer(side.sample_size)}
      </Trans>
    )
  }
  if (side.numerator !== null && side.denominator !== null) {
    return (
      <Trans>
        {format.integer(side.numerator)} sur {format.integer(side.denominator)}
      </Trans>
    )
  }
  return sample({ indicator, sample_size: side.sample_size })
}
