import type { Figure, Variant } from '../api/types'

/** Order in which variants are offered: the one an engagement judges first, then the usual ones. */
const ORDER: Variant[] = ['median', 'p90', 'mean']

export function variantsOf(figures: readonly Figure[], code: string): Figure[] {
  return figures
    .filter((figure) => figure.indicator === code)
    .toSorted((a, b) => ORDER.indexOf(a.variant ?? 'median') - ORDER.indexOf(b.variant ?? 'median'))
}

/** The figure asked for; without a variant in the address, the one that an engagement judges, else the first. */
export function choose(figures: readonly Figure[], code: string, variant: Variant | null): Figure | null {
  const found = variantsOf(figures, code)
  return (
    found.find((figure) => figure.variant === variant && variant !== null) ??
    found.find((figure) => figure.commitment?.class === 'contractual') ??
    found.find((figure) => figure.commitment) ??
    found[0] ??
    null
  )
}
