/** Words of what is told to the provider's own tool. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Hook, HookEvent, Message } from './queries'

const EVENTS: Record<HookEvent, MessageDescriptor> = {
  'item.created': msg`Retour relayé à une équipe`,
  'item.replied': msg`Réponse faite par l’équipe`,
  'item.returned': msg`Réponse jugée insuffisante`,
  'item.accepted': msg`Réponse acceptée`,
  'praise.created': msg`Félicitation`,
}
export const ALL_EVENTS = Object.keys(EVENTS) as HookEvent[]

const STATES: Record<Hook['state'], MessageDescriptor> = {
  active: msg`en service`,
  paused: msg`suspendu`,
  switched_off: msg`arrêté`,
  removed: msg`retiré`,
}
export const HOOK_TONES: Record<Hook['state'], 'met' | 'near' | 'missed' | 'none'> = { active: 'met', paused: 'near', switched_off: 'missed', removed: 'none' }

const OFF: Record<NonNullable<Hook['off_reason']>, MessageDescriptor> = {
  gone: msg`L’outil a répondu qu’il n’existe plus à cette adresse (410).`,
  disabled: msg`L’outil a demandé qu’on ne lui envoie plus rien.`,
  failing: msg`L’outil n’a rien accepté pendant cinq jours.`,
}

const FATES: Record<Message['state'], MessageDescriptor> = {
  waiting: msg`à envoyer`,
  delivered: msg`reçu`,
  dead: msg`non reçu`,
}
export const MESSAGE_TONES: Record<Message['state'], 'met' | 'near' | 'missed'> = { waiting: 'near', delivered: 'met', dead: 'missed' }

const REASONS: Record<NonNullable<Message['reason']>, MessageDescriptor> = {
  status: msg`l’outil a refusé`,
  redirect: msg`l’outil renvoie ailleurs : ce n’est pas suivi`,
  gone: msg`l’adresse n’existe plus`,
  timeout: msg`pas de réponse en 15 secondes`,
  no_name: msg`nom d’hôte introuvable`,
  refused: msg`adresse non publique : jamais appelée`,
  certificate: msg`certificat non valable`,
  connection: msg`connexion impossible ou coupée`,
  aborted: msg`l’outil ne veut pas de ce message`,
  disabled: msg`l’outil a demandé l’arrêt`,
  switched_off: msg`l’envoi a été arrêté`,
  removed: msg`l’outil a été retiré`,
  unreadable: msg`secret illisible : renouvelez-le`,
}

export function useOutgoingWords() {
  const { t, i18n } = useLingui()
  return {
    event: (event: Message['event']) => (event === 'hook.test' ? t`Essai` : event === 'item.erased' ? t`Mots effacés` : i18n._(EVENTS[event])),
    state: (state: Hook['state']) => i18n._(STATES[state]),
    off: (reason: NonNullable<Hook['off_reason']>) => i18n._(OFF[reason]),
    fate: (state: Message['state']) => i18n._(FATES[state]),
    reason: (reason: NonNullable<Message['reason']>) => i18n._(REASONS[reason]),
  }
}
