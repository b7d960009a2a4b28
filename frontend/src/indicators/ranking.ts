/** « À regarder d’abord »: which commitments come first. */
import type { Figure } from '../api/types'

/** How far the value is from its target on the good side, in tolerances; null when it cannot be said. */
export function gapInTolerances(figure: Pick<Figure, 'target' | 'tolerance' | 'unit' | 'direction'>, value: string | number | null): number | null {
  if (value === null || figure.target === null) return null
  const gap = (Number(value) - Number(figure.target)) * (figure.direction === 'higher' ? 1 : -1)
  return gap / toleranceUnit(figure)
}

/** A tolerance of nothing still needs a scale: a point for rates and scores, a twentieth of the target elsewhere. */
export function toleranceUnit({ target, tolerance, unit }: Pick<Figure, 'target' | 'tolerance' | 'unit'>): number {
  const granted = Number(tolerance)
  if (granted > 0) return granted
  if (unit === 'ratio') return 0.01
  if (unit === 'points') return 1
  return Math.abs(Number(target)) / 20 || 1
}

/** A figure without value or target comes last. */
export const gapOf = (figure: Figure) => gapInTolerances(figure, figure.value) ?? Infinity

const rank = (figure: Figure): number => {
  if (figure.verdict === 'missed') return 0
  if (figure.certainty === 'not_distinguishable' || figure.verdict === 'met_within_tolerance') return 1
  if (figure.verdict === 'met') return 2
  return 3
}

/** Missed ones, worst first; then those one cannot be sure of; then the nearest to their target. */
export function byUrgency(a: Figure, b: Figure): number {
  return rank(a) - rank(b) || gapOf(a) - gapOf(b) || a.figure_id.localeCompare(b.figure_id)
}

/** The four tiles: contractual commitments, completed by observed ones when there are fewer. */
export function toLookAtFirst(figures: readonly Figure[]): Figure[] {
  const withTarget = figures.filter((one) => one.target !== null)
  const contractual = withTarget.filter((one) => one.commitment?.class === 'contractual').toSorted(byUrgency)
  const observed = withTarget.filter((one) => one.commitment?.class !== 'contractual').toSorted(byUrgency)
  return [...contractual, ...observed].slice(0, 4)
}

export const sameIndicator = (a: Pick<Figure, 'indicator' | 'variant'>, b: Pick<Figure, 'indicator' | 'variant'>) =>
  a.indicator === b.indicator && a.variant === b.variant

/** The figure of the same indicator in another month. */
export const counterpart = (figure: Figure, others: readonly Figure[] | undefined) =>
  others?.find((one) => sameIndicator(one, figure)) ?? null

/** What changed since, in the unit of the figure; null when one of the two has no value. */
export const change = (figure: Figure, before: Figure | null) =>
  figure.value === null || before?.value == null ? null : Number(figure.value) - Number(before.value)
