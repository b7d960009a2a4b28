import { extent, ticks } from 'd3-array'
import type { Commitment, Point } from './points'
import type { Direction, Unit } from './types'

export interface Margins {
  top: number
  right: number
  bottom: number
  left: number
}

export interface Frame {
  width: number
  height: number
  margins: Margins
}

/** Lowest and highest value to show: points, intervals, commitment with its tolerance, and a little air. */
export function domain(
  points: readonly Point[],
  compared: readonly Point[],
  unit: Unit,
  direction: Direction,
  bounds: readonly ({ low: string; high: string } | undefined)[] = [],
): [number, number] {
  const values: number[] = []
  for (const bound of bounds) if (bound) values.push(Number(bound.low), Number(bound.high))
  for (const point of points) {
    for (const value of [point.value, point.low, point.high]) if (value !== null) values.push(value)
    if (point.target !== null) {
      const tolerance = point.tolerance ?? 0
      values.push(point.target, direction === 'higher' ? point.target - tolerance : point.target + tolerance)
    }
  }
  for (const point of compared) if (point.value !== null) values.push(point.value)
  const [low, high] = extent(values)
  if (low === undefined || high === undefined) return unit === 'points' ? [-100, 100] : [0, 1]
  const air = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 1
  return within(low - air, high + air, unit)
}

/** A share stays between 0 and 1, a score between −100 and 100, a count or a duration above 0. */
function within(low: number, high: number, unit: Unit): [number, number] {
  if (unit === 'ratio') return [Math.max(0, low), Math.min(1, Math.max(high, low + 0.01))]
  if (unit === 'points') return [Math.max(-100, low), Math.min(100, high)]
  if (unit === 'EUR') return [low, high]
  return [Math.max(0, low), high]
}

const DURATION_STEPS = [1, 5, 10, 15, 30, 60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400]

/** Round places of the value axis: decimal, or whole minutes, hours and days for durations. */
export function axisTicks([low, high]: readonly [number, number], count: number, unit: Unit): number[] {
  if (unit !== 's') return ticks(low, high, count)
  const wanted = (high - low) / count
  const days = Math.ceil(wanted / 86_400) * 86_400
  const step = DURATION_STEPS.find((candidate) => candidate >= wanted) ?? days
  const found: number[] = []
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) found.push(value)
  return found
}

/** Horizontal place of a rank among `count` points; a single point stands in the middle. */
export function xOf({ width, margins }: Frame, count: number): (index: number) => number {
  const span = width - margins.left - margins.right
  return (index) => margins.left + (count < 2 ? span / 2 : (index / (count - 1)) * span)
}

export function yOf({ height, margins }: Frame, [low, high]: readonly [number, number]): (value: number) => number {
  const span = height - margins.top - margins.bottom
  return (value) => height - margins.bottom - ((value - low) / (high - low || 1)) * span
}

/** Rank of the point nearest to a horizontal place. */
export function nearest({ width, margins }: Frame, count: number, x: number): number {
  const span = width - margins.left - margins.right
  return Math.max(0, Math.min(count - 1, Math.round(((x - margins.left) / span) * (count - 1))))
}

export interface Step {
  left: number
  right: number
  line: number
  /** The tolerance, on the missed side of the commitment only: that is where it is granted. */
  band: { top: number; height: number }
  /** Beyond the tolerance: missed. */
  missed: { top: number; height: number }
}

/** Rectangles of each commitment; a change falls half way between two days. */
export function steps(
  found: readonly Commitment[],
  direction: Direction,
  frame: Frame,
  count: number,
  y: (value: number) => number,
): Step[] {
  const x = xOf(frame, count)
  const { top, bottom, left, right } = frame.margins
  const floor = frame.height - bottom
  const clamp = (value: number) => Math.max(top, Math.min(floor, value))
  return found.map(({ from, to, target, tolerance }) => {
    const line = clamp(y(target))
    const limit = clamp(y(direction === 'higher' ? target - tolerance : target + tolerance))
    const end = direction === 'higher' ? floor : top
    return {
      left: from === 0 ? left : x(from - 0.5),
      right: to === count - 1 ? frame.width - right : x(to + 0.5),
      line,
      band: { top: Math.min(line, limit), height: Math.abs(limit - line) },
      missed: { top: Math.min(limit, end), height: Math.abs(end - limit) },
    }
  })
}

/** Ranks that get a label below the axis: the first, then at an even pace, never closer than `gap` px. */
export function labelledRanks(count: number, width: number, gap: number): number[] {
  const places = Math.max(1, Math.floor(width / gap))
  const pace = Math.max(1, Math.ceil((count - 1) / places))
  return Array.from({ length: Math.floor((count - 1) / pace) + 1 }, (_, index) => index * pace)
}

/** Moves labels apart so that none covers another, keeping their order and the frame. */
export function spread(wanted: readonly number[], height: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!)
  const placed = [...wanted]
  let floor = low
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, floor)
    floor = placed[index]! + height
  }
  let ceiling = high
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index]!, ceiling)
    ceiling = placed[index]! - height
  }
  return placed
}
