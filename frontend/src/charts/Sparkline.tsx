import './charts.css'
import { extent } from 'd3-array'
import { line } from 'd3-shape'
import { toneOf } from '../indicators/names'
import type { SparklineProps } from './types'

const WIDTH = 100
const HEIGHT = 34
const EDGE = 5

/** The way a value took, beside the value itself: no axis, hidden from assistive technology. */
export function Sparkline({ values, target = null, verdict = 'no_target' }: SparklineProps) {
  const numbers = values.map((value) => (value === null ? null : Number(value)))
  const aim = target === null ? null : Number(target)
  const [low = 0, high = 1] = extent([...numbers, aim].filter((value) => value !== null))
  const x = (index: number) => EDGE + (index / Math.max(1, numbers.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) => HEIGHT - EDGE - (high > low ? (value - low) / (high - low) : 0.5) * (HEIGHT - 2 * EDGE)
  const drawn = line<number | null>((_, index) => x(index), (value) => y(value ?? 0)).defined((value) => value !== null)
  const last = numbers.findLastIndex((value) => value !== null)
  const end = numbers[last]
  return (
    <svg className={`sparkline tone-${toneOf(verdict)}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {aim === null ? null : <line x1={0} x2={WIDTH} y1={y(aim)} y2={y(aim)} className="sparkline-target" />}
      <path d={drawn(numbers) ?? ''} className="sparkline-line" />
      {end === undefined || end === null ? null : <path d={`M${x(last)} ${y(end)}h0.01`} className="sparkline-end" />}
    </svg>
  )
}
