/** What can be promised, as the service knows it: unit, direction, variants. */
import type { Direction, IndicatorCode, Unit, Variant } from '../api/types'

interface Definition {
  unit: Unit
  direction: Direction
  variants: readonly Variant[]
}

const DURATION: Definition = { unit: 's', direction: 'lower', variants: ['median', 'p90', 'mean'] }
const SHARE: Definition = { unit: 'ratio', direction: 'higher', variants: [] }

export const CATALOGUE: Partial<Record<IndicatorCode, Definition>> & Record<string, Definition> = {
  fcr_ticket: SHARE,
  fcr_observed: SHARE,
  sla_first_response: SHARE,
  sla_resolution: SHARE,
  csat: SHARE,
  ces: SHARE,
  fcr_declared: SHARE,
  nps: { unit: 'points', direction: 'higher', variants: [] },
  frt: DURATION,
  frt_business: DURATION,
  ttr: DURATION,
  ttr_contractual: DURATION,
  one_touch: SHARE,
  reopen_rate: { ...SHARE, direction: 'lower' },
  repeat_rate: { ...SHARE, direction: 'lower' },
  backlog: { unit: 'count', direction: 'lower', variants: [] },
  data_completeness: SHARE,
}

export const definitionOf = (code: string): Definition => CATALOGUE[code] ?? SHARE
