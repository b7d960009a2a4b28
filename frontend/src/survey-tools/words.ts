import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Role, SurveyDelivery, System } from './queries'

const ROLES: Record<Role, MessageDescriptor> = {
  nps: msg`Recommandation (NPS)`,
  csat: msg`Satisfaction`,
  ces: msg`Effort (CES)`,
  fcr_declared: msg`Résolu au premier contact`,
  comment: msg`Commentaire`,
  ticket: msg`Ticket`,
  ticket_url: msg`Lien du ticket`,
  channel: msg`Canal`,
  queue: msg`File d’attente`,
}
export const ALL_ROLES = Object.keys(ROLES) as Role[]

const STATES: Record<SurveyDelivery['state'], MessageDescriptor> = {
  read: msg`lue`,
  nothing: msg`reçue, sans réponse terminée`,
  unmapped: msg`en attente : aucune question reliée n’y figure`,
  quarantined: msg`en quarantaine`,
  held: msg`en attente du secret`,
  refused: msg`refusée`,
}

const REFUSED: Partial<Record<SurveyDelivery['verdict'], MessageDescriptor>> = {
  rejected_signature: msg`refusée : signature`,
  rejected_stale: msg`refusée : heure trop éloignée`,
  duplicate: msg`déjà reçue`,
}

export const TONES: Record<SurveyDelivery['state'], 'met' | 'near' | 'missed' | 'none'> = {
  read: 'met',
  nothing: 'none',
  unmapped: 'near',
  quarantined: 'missed',
  held: 'near',
  refused: 'missed',
}

export interface SurveySystem {
  system: System
  label: MessageDescriptor | string
  /** Who draws the secret, in the order of the form. */
  secrets: ('drawn' | 'later')[]
  secretLabel: MessageDescriptor
}

export const SYSTEMS: SurveySystem[] = [
  { system: 'formbricks', label: 'Formbricks', secrets: ['later', 'drawn'], secretLabel: msg`Secret du webhook, montré par Formbricks après sa création (whsec_…)` },
  { system: 'typeform', label: 'Typeform', secrets: ['drawn'], secretLabel: msg`Secret saisi dans Typeform` },
  { system: 'generic', label: msg`Autre outil, par JSON signé`, secrets: ['drawn', 'later'], secretLabel: msg`Secret de l’outil (whsec_…)` },
]

export function useToolWords() {
  const { i18n } = useLingui()
  const say = (word: MessageDescriptor | string) => (typeof word === 'string' ? word : i18n._(word))
  return {
    role: (role: Role) => say(ROLES[role]),
    system: (system: System) => say(SYSTEMS.find((one) => one.system === system)!.label),
    fate: ({ verdict, state }: SurveyDelivery) => say(REFUSED[verdict] ?? STATES[state]),
    state: (state: SurveyDelivery['state']) => say(STATES[state]),
  }
}
