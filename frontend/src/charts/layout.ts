import { area, line } from 'd3-shape'
import {
  axisTicks,
  domain,
  labelledRanks,
  nearest,
  spread,
  steps,
  xOf,
  yOf,
  type Frame,
  type Step,
} from './geometry'
import { commitments, runs, toPoints, type Point } from './points'
import type { ChartMark, Series } from './types'

export interface PlacedMark extends ChartMark {
  left: number
  right: number
}

/** Everything the drawing needs, in px; nothing here depends on words or colours. */
export interface Layout {
  frame: Frame
  narrow: boolean
  points: Point[]
  x: (index: number) => number
  y: (value: number) => number
  rankAt: (x: number) => number
  ticks: number[]
  tickStep: number
  ranks: number[]
  steps: Step[]
  paths: { line: string; interval: string; compared: string; limits: string }
  centre: number | null
  /** Ranks of the points that are more than noise. */
  signals: ReadonlySet<number>
  /** Places of the texts at the right end, moved apart: the value, the commitment, the compared period. */
  ends: { value: number | null; commitment: number | null; compared: number | null }
  last: { index: number; value: number } | null
  marks: PlacedMark[]
}

const NARROW = 480
const MARK_STRIP = 16
const LABEL_HEIGHT = 32

function lastValue(points: readonly Point[]): { index: number; value: number } | null {
  const index = points.findLastIndex((point) => point.value !== null)
  return index < 0 ? null : { index, value: points[index]!.value! }
}

export function layout(
  series: Series,
  compared: Series | null,
  marks: readonly ChartMark[],
  width: number,
  height: number,
): Layout {
  const narrow = width < NARROW
  const points = toPoints(series)
  // Laid on the same days by rank; a longer month's last days have no counterpart.
  const others = compared ? toPoints(compared).slice(0, points.length) : []
  const margins = {
    top: 14,
    right: narrow ? 14 : 128,
    bottom: 26 + (marks.length ? MARK_STRIP : 0),
    left: series.unit === 's' ? 76 : 56,
  }
  const frame = { width, height, margins }
  const limits = new Map(series.limits?.items.map((one) => [one.period, one]))
  const bounds = points.map((point) => limits.get(point.period))
  const range = domain(points, others, series.unit, series.direction, bounds)
  const x = xOf(frame, points.length)
  const y = yOf(frame, range)
  const found = commitments(points)
  const ticks = axisTicks(range, narrow ? 4 : 5, series.unit)

  const drawn = line<Point>((_, index) => x(index), (point) => y(point.value ?? 0)).defined((point) => point.value !== null)
  const interval = area<Point>((_, index) => x(index), (point) => y(point.low ?? 0), (point) => y(point.high ?? 0)).defined(
    (point) => point.low !== null && point.high !== null,
  )
  const held = area<(typeof bounds)[number]>((_, index) => x(index), (one) => y(Number(one?.low)), (one) => y(Number(one?.high)))
  // Days without data have no limits, and the band goes on across them.
  const band = held.x((one) => x(points.findIndex((point) => point.period === one?.period)))(bounds.filter(Boolean))
  const last = lastValue(points)
  return {
    frame,
    narrow,
    points,
    x,
    y,
    rankAt: (place) => nearest(frame, points.length, place),
    ticks,
    tickStep: (ticks[1] ?? range[1]) - (ticks[0] ?? range[0]),
    ranks: labelledRanks(points.length, width - margins.left - margins.right, narrow ? 84 : 104),
    steps: steps(found, series.direction, frame, points.length, y),
    paths: { line: drawn(points) ?? '', interval: band ? '' : (interval(points) ?? ''), compared: drawn(others) ?? '', limits: band ?? '' },
    centre: bounds.some(Boolean) && series.limits?.centre ? y(Number(series.limits.centre)) : null,
    signals: new Set(bounds.flatMap((one, index) => (one?.signal ? [index] : []))),
    ends: ends(last, found.at(-1)?.target ?? null, lastValue(others), y, frame),
    last,
    marks: place(marks, points, x),
  }
}

/** Days with a value whose neighbours have none: a line cannot show them, a dot must. */
export const lonely = (points: readonly Point[]): Set<number> =>
  new Set(runs(points).flatMap(([from, to]) => (from === to ? [from] : [])))

function ends(
  value: { value: number } | null,
  target: number | null,
  compared: { value: number } | null,
  y: (value: number) => number,
  { height, margins }: Frame,
): Layout['ends'] {
  const wanted = [value?.value ?? null, target, compared?.value ?? null]
  const present = wanted.flatMap((one, index) => (one === null ? [] : [index]))
  const placed = spread(
    present.map((index) => y(wanted[index]!)),
    LABEL_HEIGHT,
    margins.top + 4,
    height - margins.bottom - 4,
  )
  const at = (index: number) => (present.includes(index) ? placed[present.indexOf(index)]! : null)
  return { value: at(0), commitment: at(1), compared: at(2) }
}

/** Marks whose days are (partly) shown, from their first to their last day shown. */
function place(marks: readonly ChartMark[], points: readonly Point[], x: (index: number) => number): PlacedMark[] {
  const first = points[0]?.period
  const last = points.at(-1)?.period
  if (first === undefined || last === undefined) return []
  // A month's period `2026-10` is compared on as many letters.
  const cut = (day: string) => day.slice(0, first.length)
  return marks.flatMap((mark) => {
    const from = cut(mark.starts_on)
    const to = cut(mark.ends_on ?? mark.starts_on)
    if (to < first || from > last) return []
    const left = points.findIndex((point) => point.period >= from)
    const right = points.findLastIndex((point) => point.period <= to)
    return [{ ...mark, left: x(Math.max(0, left)), right: x(right) }]
  })
}
