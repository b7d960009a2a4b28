/** Codes of explanations, tickets and events in words; a code nobody translated yet is shown as it is. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Annotation, Certainty, Figure } from '../api/types'

type Words = Record<string, MessageDescriptor>

const REASONS: Words = {
  merged: msg`Fusionné avec un autre ticket`,
  spam: msg`Indésirable`,
  deleted: msg`Supprimé par l’outil`,
  excluded: msg`Exclu par l’outil`,
  orphan: msg`Création jamais reçue`,
  not_created: msg`Création jamais reçue`,
  not_answered: msg`Pas encore de première réponse`,
  not_solved: msg`Pas résolu`,
  not_closed: msg`Pas clos`,
  closed: msg`Déjà clos`,
  solved: msg`Déjà résolu`,
  no_target: msg`Aucun délai promis pour ce ticket`,
  no_schedule: msg`Aucun horaire en vigueur`,
  not_rated: msg`Sans réponse à l’enquête`,
  not_due: msg`Échéance pas encore atteinte`,
  other_period: msg`Compté dans une autre période`,
  agent_created: msg`Créé par un agent`,
  small_sample: msg`Échantillon insuffisant`,
}

const EVENTS: Words = {
  created: msg`Création`,
  message: msg`Message`,
  message_public: msg`Message public`,
  message_private: msg`Note interne`,
  status: msg`Changement d’état`,
  status_changed: msg`Changement d’état`,
  assigned: msg`Attribution`,
  csat: msg`Réponse de satisfaction`,
  rated: msg`Réponse de satisfaction`,
  nps: msg`Réponse de recommandation`,
  recommended: msg`Réponse de recommandation`,
  merged: msg`Fusion`,
  spam: msg`Marqué indésirable`,
  deleted: msg`Suppression`,
  excluded: msg`Exclusion`,
  restored: msg`Rétablissement`,
}

const KINDS: Record<Annotation['kind'], MessageDescriptor> = {
  cause: msg`Cause`,
  event: msg`Évènement`,
  data: msg`Données`,
  remark: msg`Remarque`,
}

const STATES: Record<Figure['state'], MessageDescriptor> = {
  open: msg`période en cours`,
  closed: msg`période close`,
  contested: msg`contesté`,
  agreed: msg`convenu`,
  frozen: msg`gelé`,
}

/** What statistics say; another word than the verdict's, always apart from it. */
const CERTAINTIES: Record<Certainty, MessageDescriptor> = {
  exact: msg`Compté sur tous les tickets`,
  established: msg`Écart établi`,
  not_distinguishable: msg`Écart non certain`,
  none: msg`Certitude sans objet`,
}

const CLASSES: Words = { contractual: msg`Contractuel`, observed: msg`Observé` }

export function useWords() {
  const { i18n } = useLingui()
  const of = (words: Words) => (code: string) => (words[code] ? i18n._(words[code]) : code)
  const classes = of(CLASSES)
  return {
    reason: of(REASONS),
    event: of(EVENTS),
    kind: of(KINDS),
    state: of(STATES),
    certainty: of(CERTAINTIES),
    /** « Contractuel », « Observé », « Contractuel, sans objectif »; « Sans engagement » without one. */
    commitmentClass: (commitment: { class: string; orphan?: boolean } | null) => {
      if (!commitment) return i18n._(msg`Sans engagement`)
      const named = classes(commitment.class)
      return commitment.orphan ? i18n._(msg`${named}, sans objectif`) : named
    },
  }
}
