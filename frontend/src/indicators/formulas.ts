/** One line per indicator for lists and exports; the full definition comes with its explanation. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'

const FORMULAS: Record<string, MessageDescriptor> = {
  frt: msg`De la création à la première réponse publique d’une personne, temps calendaire ; tickets répondus.`,
  frt_business: msg`De la création à la première réponse publique d’une personne, heures ouvrées de l’engagement de délai.`,
  ttr: msg`De la création à la dernière résolution, temps calendaire.`,
  ttr_contractual: msg`De la création à la dernière résolution, sans les attentes que le contrat retire.`,
  sla_resolution: msg`Tickets résolus dans le délai promis, sur les tickets résolus ou échus.`,
  sla_first_response: msg`Tickets répondus dans le délai promis, sur les tickets échus.`,
  fcr_ticket: msg`Tickets résolus au premier contact et non rouverts dans le délai convenu, sur les tickets résolus.`,
  fcr_observed: msg`Premiers contacts sans nouveau contact du même client pour le même motif dans les N jours du contrat, sur les premiers contacts dont ce délai est passé.`,
  fcr_declared: msg`Réponses « oui » à « résolu au premier contact ? », sur les réponses à cette question.`,
  one_touch: msg`Tickets résolus avec exactement un message public, sur les tickets résolus.`,
  reopen_rate: msg`Tickets rouverts dans le délai convenu après leur première résolution, sur les tickets résolus.`,
  repeat_rate: msg`Contacts qui suivent un contact du même client pour le même motif dans les N jours du contrat, sur les contacts de clients connus.`,
  backlog: msg`Tickets créés et ni résolus ni clos à la fin de la période.`,
  csat: msg`Réponses satisfaites sur les réponses à l’enquête.`,
  nps: msg`Part des promoteurs (9 ou 10) moins part des détracteurs (0 à 6), en points de −100 à 100.`,
  data_completeness: msg`Tickets dont la création est arrivée, sur tous les tickets dont on a entendu parler.`,
}

export function useFormulas(): (code: string) => string {
  const { i18n } = useLingui()
  return (code) => (FORMULAS[code] ? i18n._(FORMULAS[code]) : '')
}
