/** Codes of explanations, tickets and events in words; a code nobody translated yet is shown as it is. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Annotation, Figure } from '../api/types'
import { scopeReason } from '../scope/words'

type Words = Record<string, MessageDescriptor>

const REASONS: Words = {
  merged: msg`Fusionné avec un autre ticket`,
  spam: msg`Indésirable`,
  deleted: msg`Supprimé par l’outil`,
  orphan: msg`Création jamais reçue`,
  not_answered: msg`Pas encore de première réponse`,
  not_solved: msg`Pas résolu`,
  solved: msg`Déjà résolu`,
  no_target: msg`Aucun délai promis pour ce ticket`,
  no_schedule: msg`Aucun horaire en vigueur`,
  not_rated: msg`Sans réponse à l’enquête`,
  not_due: msg`Échéance pas encore atteinte`,
  other_period: msg`Compté dans une autre période`,
  agent_created: msg`Créé par un agent`,
  not_told: msg`L’export de tickets ne le dit pas`,
  customer_unknown: msg`Client inconnu`,
  channel_not_counted: msg`Canal qui ne compte pas`,
  repeat_contact: msg`Nouveau contact, et non premier`,
  window_open: msg`Délai de nouveau contact en cours`,
}

/** Kinds of neutral ticket events. */
const EVENTS: Words = {
  created: msg`Création`,
  creation_known: msg`Rappel de la création`,
  imported: msg`Repris d’un export`,
  message_added: msg`Message`,
  status_changed: msg`Changement d’état`,
  excluded: msg`Exclusion (fusion, indésirable, suppression)`,
  restored: msg`Rétablissement`,
  rated: msg`Réponse de satisfaction`,
  recommended: msg`Réponse de recommandation`,
}

const ANSWERS: Words = {
  promoter: msg`Promoteur`,
  passive: msg`Passif`,
  detractor: msg`Détracteur`,
  satisfied: msg`Satisfait`,
  dissatisfied: msg`Non satisfait`,
}

/** Why a ticket counts otherwise than in the version before. */
const CAUSES: Words = {
  events: msg`Évènements reçus depuis`,
  undone: msg`Reprise d’un export annulée`,
  neighbour: msg`Autre contact du même client`,
  terms: msg`Paramètres ou périmètre changés`,
  time: msg`Délai passé depuis`,
}

const AGREED: Words = { terms: msg`Paramètres`, commitment: msg`Engagement`, scope: msg`Périmètre d’une source`, silence: msg`Silence d’une source` }

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

const CLASSES: Words = { contractual: msg`Contractuel`, observed: msg`Observé` }

export function useWords() {
  const { i18n } = useLingui()
  const of = (words: Words) => (code: string) => (words[code] ? i18n._(words[code]) : code)
  const classes = of(CLASSES)
  return {
    reason: (code: string) => scopeReason(i18n, code) ?? of(REASONS)(code),
    event: of(EVENTS),
    answer: of(ANSWERS),
    cause: of(CAUSES),
    agreed: of(AGREED),
    kind: of(KINDS),
    state: of(STATES),
    /** « Contractuel », « Observé », « Contractuel, sans objectif »; « Sans engagement » without one. */
    commitmentClass: (commitment: { class: string; orphan?: boolean } | null) => {
      if (!commitment) return i18n._(msg`Sans engagement`)
      const named = classes(commitment.class)
      return commitment.orphan ? i18n._(msg`${named}, sans objectif`) : named
    },
  }
}
