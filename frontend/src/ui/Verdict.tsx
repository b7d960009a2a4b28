import type { Verdict } from '../api/types'
import { toneOf, useNames, type Tone } from '../indicators/names'

const SHAPES: Record<Tone, string> = {
  met: 'M2.5 6.5 5 9l4.5-6',
  near: 'M6 2 10.5 10h-9z',
  missed: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  none: 'M3 6h6',
}

/** The shape alone; a word must stand beside it. */
export function Mark({ tone, size = 12 }: { tone: Tone; size?: number }) {
  return (
    <svg className={`mark tone-${tone}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path d={SHAPES[tone]} />
    </svg>
  )
}

/** « ✕ Manqué »: what the contract says, in shape, word and colour. */
export function VerdictPill({ verdict }: { verdict: Verdict }) {
  const names = useNames()
  const tone = toneOf(verdict)
  return (
    <span className={`pill tone-${tone}`}>
      <Mark tone={tone} />
      {names.verdict(verdict)}
    </span>
  )
}
