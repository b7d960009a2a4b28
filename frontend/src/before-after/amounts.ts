/** How a side and a change are written; of fewer than ten answers only what was counted. */
import type { BeforeAfter } from '../api/types'
import type { Format } from '../format/use-format'

export type Side = BeforeAfter['before']

/** Answers below which no score is shown. */
export const FEW = 10

export const isScore = ({ interval, sample_size: size }: Side) => interval?.of !== 'sample' || size >= FEW

export const valueOf = (format: Format, side: Side, unit: BeforeAfter['unit']) =>
  side.value === null || !isScore(side) ? '–' : format.amount(side.value, unit)

/** A signed relative change. */
export const percentOf = (format: Format, percent: string) => {
  const value = Number(percent)
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${format.amount(Math.abs(value) / 100, 'ratio')}`
}

/** « p = 0,006 »; nobody needs more digits of luck. */
export const chanceOf = (format: Format, p: string) =>
  Number(p) < 0.001 ? `p\u00a0<\u00a0${format.amount('0.001', 'count', 3)}` : `p\u00a0=\u00a0${format.amount(p, 'count', 3)}`
