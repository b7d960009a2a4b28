/** Where the bars of a day stand: half-hours from left to right, tickets upwards. Pure, in px. */
import type { HalfHour } from '../api/types'

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface Bar {
  x: number
  y: number
  width: number
  height: number
}

export interface Slot {
  /** The whole place of the half-hour. */
  x: number
  width: number
  created: Bar | null
  solved: Bar | null
  due: Bar | null
}

/** A round number of tickets at the top of the axis, and the steps up to it: at most five. */
export function scaleOf(halfHours: readonly HalfHour[]): { top: number; ticks: number[] } {
  const most = Math.max(1, ...halfHours.map((one) => Math.max(one.created, one.solved, due(one))))
  const rough = most / 4
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)))
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10)
  const count = Math.ceil(most / step)
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

export const due = (one: HalfHour) => one.due_first_response + one.due_resolution

export function slotsOf(halfHours: readonly HalfHour[], frame: Frame, top: number): Slot[] {
  const each = (frame.width - frame.left - frame.right) / Math.max(1, halfHours.length)
  const floor = frame.height - frame.bottom
  const room = floor - frame.top
  const bar = (tickets: number, x: number, width: number): Bar | null => {
    if (!tickets) return null
    const height = (tickets / top) * room
    return { x, y: floor - height, width, height }
  }
  const half = Math.max(1, each * 0.42)
  return halfHours.map((one, index) => {
    const x = frame.left + index * each
    return {
      x,
      width: each,
      created: bar(one.created, x + each * 0.06, half),
      solved: bar(one.solved, x + each * 0.06 + half, half),
      due: bar(due(one), x + each * 0.2, each * 0.6),
    }
  })
}

/** The half-hour under a place of the picture. */
export const rankAt = (x: number, frame: Frame, count: number): number => {
  const each = (frame.width - frame.left - frame.right) / Math.max(1, count)
  return Math.min(count - 1, Math.max(0, Math.floor((x - frame.left) / each)))
}

/** The half-hour in which an instant lies; the last one begun by then. */
export const currentRank = (halfHours: readonly HalfHour[], asOf: string): number =>
  Math.max(0, halfHours.findLastIndex((one) => Date.parse(one.starts_at) <= Date.parse(asOf)))

/** Which half-hours bear a label below: every so many hours by the clock on the wall, so that none overlap. */
export function labelled(halfHours: readonly HalfHour[], hourOf: (iso: string) => number, narrow: boolean): number[] {
  const every = narrow ? 6 : 3
  return halfHours.flatMap((one, index) => (new Date(one.starts_at).getUTCMinutes() % 60 === 0 && hourOf(one.starts_at) % every === 0 && !twice(halfHours, index, hourOf) ? [index] : []))
}

/** The hour that comes twice is labelled once. */
const twice = (halfHours: readonly HalfHour[], index: number, hourOf: (iso: string) => number) =>
  index >= 2 && hourOf(halfHours[index - 2]!.starts_at) === hourOf(halfHours[index]!.starts_at)
