import type { Series, SeriesItem, Verdict } from './types'

/** A point ready to be drawn; numbers serve the geometry only, texts are made from the API's strings. */
export interface Point {
  period: string
  value: number | null
  low: number | null
  high: number | null
  target: number | null
  tolerance: number | null
  verdict: Verdict
  provisional: boolean
}

/** A stretch of neighbouring points judged by the same target and tolerance; both ends included. */
export interface Commitment {
  from: number
  to: number
  target: number
  tolerance: number
}

const number = (text: string | null): number | null => (text === null ? null : Number(text))

export function toPoint(item: SeriesItem): Point {
  return {
    period: item.period,
    value: number(item.value),
    low: number(item.interval?.low ?? null),
    high: number(item.interval?.high ?? null),
    target: number(item.target),
    tolerance: number(item.tolerance),
    verdict: item.verdict,
    provisional: item.provisional,
  }
}

export const toPoints = (series: Series): Point[] => series.items.map(toPoint)

/** The commitment as steps: a new one where target or tolerance changed, none where there was no commitment. */
export function commitments(points: readonly Point[]): Commitment[] {
  const steps: Commitment[] = []
  points.forEach((point, index) => {
    if (point.target === null) return
    const tolerance = point.tolerance ?? 0
    const last = steps.at(-1)
    if (last && last.to === index - 1 && last.target === point.target && last.tolerance === tolerance) last.to = index
    else steps.push({ from: index, to: index, target: point.target, tolerance })
  })
  return steps
}

/** Stretches of neighbouring points with a value, so that a gap is never bridged; both ends included. */
export function runs(points: readonly Point[]): [number, number][] {
  const found: [number, number][] = []
  points.forEach((point, index) => {
    if (point.value === null) return
    const last = found.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else found.push([index, index])
  })
  return found
}

/** Index of the last point with a value, or of the last point when none has one. */
export function lastKnown(points: readonly Point[]): number {
  const index = points.findLastIndex((point) => point.value !== null)
  return index < 0 ? Math.max(0, points.length - 1) : index
}
