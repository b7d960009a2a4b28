import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Survey } from '../api/types'

export type SurveyKind = Survey['kind']

const KINDS: Record<SurveyKind, MessageDescriptor> = {
  nps: msg`Recommandation (NPS), de 0 à 10`,
  csat: msg`Satisfaction (CSAT), de 1 à 5`,
}

export const SURVEY_KINDS = Object.keys(KINDS) as SurveyKind[]

export function useSurveyWords() {
  const { t, i18n } = useLingui()
  return {
    kind: (kind: SurveyKind) => i18n._(KINDS[kind]),
    side: (side: Survey['controller_side']) => (side === 'donneur_ordre' ? t`Donneur d’ordre` : t`Prestataire`),
    verdict: (verdict: 'invited' | 'duplicate' | 'fatigued') =>
      verdict === 'invited' ? t`invité` : verdict === 'duplicate' ? t`déjà invité` : t`laissé au repos`,
  }
}
