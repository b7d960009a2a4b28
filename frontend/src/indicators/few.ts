/** Samples that are too small to be shown as a score, or to be read without their interval. */
import type { Figure } from '../api/types'

/** Answers below which only what was counted is shown. */
const SHOWN = 10
/** Answers below which the interval says more than the value. */
const STEADY = 30

type Sample = Pick<Figure, 'interval' | 'sample_size'>

/** Only samples have an interval: what counts everything is shown however little it is. */
export const isTooFew = ({ interval, sample_size: size }: Sample) => interval !== null && size < SHOWN

export const isSmall = ({ interval, sample_size: size }: Sample) => interval !== null && size >= SHOWN && size < STEADY
