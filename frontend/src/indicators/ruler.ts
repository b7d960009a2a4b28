/** Places on la réglette, in percent of its width: the target in the middle, better to the right. */
import type { Figure } from '../api/types'
import { gapInTolerances } from './ranking'

export interface RulerPlaces {
  /** Where the value stands; null without value or target. */
  value: number | null
  /** The value lies beyond the end of the ruler. */
  beyond: 'left' | 'right' | null
  interval: { from: number; to: number } | null
  /** The value of the compared month. */
  before: number | null
  /** Width of the tolerance, which lies on the missed side of the target. */
  tolerance: number
}

const MIDDLE = 50
const NEAREST_REACH = 3
const FARTHEST_REACH = 8
/** Room for the mark itself at both ends. */
const EDGE = 4

/** How many tolerances lie between the target and the end: one scale for all rows, so that they can be compared. */
export function reachOf(figures: readonly Figure[]): number {
  const gaps = figures.map((one) => Math.abs(gapInTolerances(one, one.value) ?? 0))
  return Math.min(FARTHEST_REACH, Math.max(NEAREST_REACH, Math.ceil(Math.max(0, ...gaps) * 1.15)))
}

export function rulerPlaces(figure: Figure, before: string | null, reach: number): RulerPlaces {
  const place = (value: string | number | null) => {
    const gap = gapInTolerances(figure, value)
    return gap === null ? null : MIDDLE + (gap / reach) * (MIDDLE - EDGE)
  }
  const inside = (at: number) => Math.min(100 - EDGE, Math.max(EDGE, at))
  const value = place(figure.value)
  const ends = figure.interval ? [place(figure.interval.low), place(figure.interval.high)] : []
  const [a, b] = ends
  const then = place(before)
  return {
    value: value === null ? null : inside(value),
    beyond: value === null || (value >= EDGE && value <= 100 - EDGE) ? null : value < EDGE ? 'left' : 'right',
    interval: a == null || b == null ? null : { from: Math.max(0, Math.min(a, b)), to: Math.min(100, Math.max(a, b)) },
    before: then === null ? null : inside(then),
    tolerance: Number(figure.tolerance) > 0 ? (MIDDLE - EDGE) / reach : 0,
  }
}
