/** The one place where codes of indicators, variants, verdicts become words (the glossary's). */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Certainty, Figure, Unit, Variant, Verdict } from '../api/types'

const INDICATORS: Record<string, MessageDescriptor> = {
  frt: msg`Délai de première réponse`,
  frt_business: msg`Délai de première réponse, heures ouvrées`,
  ttr: msg`Délai de résolution`,
  ttr_contractual: msg`Délai de résolution contractuel`,
  sla_resolution: msg`Respect du délai de résolution`,
  sla_first_response: msg`Respect du délai de première réponse`,
  fcr_ticket: msg`Résolution au premier contact — par ticket`,
  fcr_observed: msg`Résolution au premier contact — observée`,
  fcr_declared: msg`Résolution au premier contact — déclarée`,
  one_touch: msg`Résolution en une seule réponse`,
  reopen_rate: msg`Taux de réouverture`,
  repeat_rate: msg`Taux de réitération`,
  backlog: msg`Demandes en attente`,
  csat: msg`Satisfaction après contact`,
  ces: msg`Effort du client (CES)`,
  nps: msg`Net Promoter Score (NPS)`,
  data_completeness: msg`Complétude des données`,
}

/** What Copil computes today; the order is that of lists. */
export const INDICATOR_CODES = [
  'fcr_ticket',
  'fcr_observed',
  'fcr_declared',
  'sla_first_response',
  'sla_resolution',
  'frt',
  'frt_business',
  'ttr',
  'ttr_contractual',
  'one_touch',
  'reopen_rate',
  'repeat_rate',
  'backlog',
  'csat',
  'ces',
  'nps',
  'data_completeness',
] as const

const VARIANTS: Record<Variant, MessageDescriptor> = {
  median: msg`médiane`,
  p90: msg`90e centile`,
  mean: msg`moyenne`,
}

const VERDICTS: Record<Verdict, MessageDescriptor> = {
  met: msg`Tenu`,
  met_within_tolerance: msg`Tenu dans la tolérance`,
  missed: msg`Manqué`,
  no_target: msg`Sans engagement`,
  no_value: msg`Sans valeur`,
  insufficient_sample: msg`Échantillon insuffisant`,
  incomplete: msg`Incomplet`,
}

const CERTAINTIES: Record<Certainty, MessageDescriptor> = {
  exact: msg`exacte (tous les tickets)`,
  established: msg`écart établi`,
  not_distinguishable: msg`écart non certain`,
  none: msg`sans objet`,
}

const UNITS: Record<Unit, MessageDescriptor> = {
  ratio: msg`part, de 0 à 1`,
  points: msg`points`,
  s: msg`secondes`,
  count: msg`nombre`,
}

export function useNames() {
  const { i18n } = useLingui()
  const indicator = (code: string) => (INDICATORS[code] ? i18n._(INDICATORS[code]) : code)
  const variant = (one: Variant) => i18n._(VARIANTS[one])
  return {
    indicator,
    variant,
    /** « Délai de résolution, médiane » */
    figure: ({ indicator: code, variant: one }: Pick<Figure, 'indicator' | 'variant'>) =>
      one ? `${indicator(code)}, ${variant(one)}` : indicator(code),
    verdict: (verdict: Verdict) => i18n._(VERDICTS[verdict]),
    certainty: (certainty: Certainty) => i18n._(CERTAINTIES[certainty]),
    unit: (unit: Unit) => i18n._(UNITS[unit]),
  }
}

export type Tone = 'met' | 'near' | 'missed' | 'none'

/** Which of the three colours, shapes included, a verdict takes. */
export function toneOf(verdict: Verdict): Tone {
  switch (verdict) {
    case 'met':
      return 'met'
    case 'met_within_tolerance':
      return 'near'
    case 'missed':
      return 'missed'
    default:
      return 'none'
  }
}

/** Only samples leave a doubt worth saying. */
export const isUncertain = (certainty: Certainty) => certainty === 'not_distinguishable'
