import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Figure, Variant } from '../api/types'
import { useNames } from '../indicators/names'
import { variantsOf } from './choose'

/** Median, 90th percentile, mean: three readings of the same durations. */
export function Variants({ figures, code, current }: { figures: readonly Figure[]; code: string; current: Variant | null }) {
  const { t } = useLingui()
  const names = useNames()
  const found = variantsOf(figures, code).flatMap((figure) => (figure.variant ? [figure.variant] : []))
  if (found.length < 2) return null
  return (
    <nav className="segments no-print" aria-label={t`Lecture`}>
      {found.map((variant) => (
        <Link
          key={variant}
          to="."
          search={(kept: Record<string, unknown>) => ({ ...kept, variante: variant })}
          aria-current={variant === current}
          replace
        >
          {names.variant(variant)}
        </Link>
      ))}
    </nav>
  )
}
