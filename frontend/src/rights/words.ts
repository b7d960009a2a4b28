import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { PersonRequest } from '../api/types'
import type { Kind, ReferenceKind, Side } from './queries'

const KINDS: Record<Kind, MessageDescriptor> = { access: msg`Accès (article 15)`, erasure: msg`Effacement (article 17)` }
const STATES: Record<PersonRequest['state'], MessageDescriptor> = {
  received: msg`reçue`,
  in_progress: msg`en cours`,
  answered: msg`répondue`,
  refused: msg`refusée`,
}
const SIDES: Record<Side, MessageDescriptor> = { donneur_ordre: msg`donneur d’ordre`, sous_traitant: msg`prestataire` }
const REFERENCES: Record<ReferenceKind, MessageDescriptor> = {
  email: msg`Adresse e-mail`,
  requester: msg`Numéro du demandeur dans l’outil`,
  ticket: msg`Numéro de ticket`,
  answer: msg`Identifiant de réponse`,
}
export const REFERENCE_KINDS = Object.keys(REFERENCES) as ReferenceKind[]
const STEPS: Record<PersonRequest['steps'][number]['step'], MessageDescriptor> = {
  record: msg`Demande inscrite`,
  start: msg`Prise en charge`,
  extend: msg`Délai prolongé de deux mois`,
  erase: msg`Effacement ordonné`,
  erased: msg`Effacement exécuté`,
  export: msg`Export tiré`,
  answer: msg`Réponse donnée à la personne`,
  refuse: msg`Demande refusée`,
}
const ERASURES: Record<NonNullable<PersonRequest['erasure']>, MessageDescriptor> = {
  ordered: msg`Effacement : transmis`,
  waiting: msg`Effacement : contenus bruts en cours`,
  words: msg`Effacement : réponses en cours`,
  done: msg`Effacement exécuté`,
}

export function useRightsWords() {
  const { i18n } = useLingui()
  return {
    kind: (kind: Kind) => i18n._(KINDS[kind]),
    state: (state: PersonRequest['state']) => i18n._(STATES[state]),
    side: (side: Side) => i18n._(SIDES[side]),
    reference: (kind: ReferenceKind) => i18n._(REFERENCES[kind]),
    step: (step: PersonRequest['steps'][number]['step']) => i18n._(STEPS[step]),
    erasure: (erasure: NonNullable<PersonRequest['erasure']>) => i18n._(ERASURES[erasure]),
  }
}
