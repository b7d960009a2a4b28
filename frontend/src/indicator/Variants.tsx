import { useLingui } from '@lingui/react/macro'
import type { Figure } from '../api/types'
import { useNames } from '../indicators/names'
import { SegmentLink } from '../ui/SegmentLink'
import { variantsOf } from './choose'

/** Median, 90th percentile, mean: three readings of the same durations. */
export function Variants({ figures, code, current }: { figures: readonly Figure[]; code: string; current: Figure['variant'] }) {
  const { t } = useLingui()
  const names = useNames()
  const found = variantsOf(figures, code).flatMap((figure) => (figure.variant ? [figure.variant] : []))
  if (found.length < 2) return null
  return (
    <nav className="segments no-print" aria-label={t`Lecture`}>
      {found.map((variant) => (
        <SegmentLink key={variant} search={{ variante: variant }} current={variant === current}>
          {names.variant(variant)}
        </SegmentLink>
      ))}
    </nav>
  )
}
