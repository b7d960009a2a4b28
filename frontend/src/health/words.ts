/** What samples are, in plain words. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'

const SAMPLES: Record<string, MessageDescriptor> = {
  created: msg`Création d’un ticket`,
  reply: msg`Réponse d’un agent`,
  solved: msg`Ticket résolu`,
  csat: msg`Note de satisfaction`,
  nps: msg`Note de recommandation (NPS)`,
}

export function useTrialWords() {
  const { i18n } = useLingui()
  return {
    sample: (code: string) => (SAMPLES[code] ? i18n._(SAMPLES[code]) : code),
  }
}
