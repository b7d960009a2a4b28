import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Notification } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import type { Group, Kind, Rhythm } from './queries'

const KINDS: Record<Kind, MessageDescriptor> = {
  contract_to_accept: msg`L’autre partie a accepté le contrat : il attend votre acceptation`,
  contract_active: msg`Le contrat est en vigueur : les deux parties l’ont accepté`,
  amendment_proposed: msg`Un avenant attend votre réponse`,
  amendment_answered: msg`Réponse à un avenant`,
  action_proposed: msg`Une action vous est proposée`,
  action_named: msg`Une action vous est confiée`,
  action_answered: msg`Réponse sur une action`,
  action_date_asked: msg`Une autre échéance vous est demandée`,
  action_done: msg`Une action est dite faite : à vérifier`,
  action_due_soon: msg`L’échéance d’une action approche`,
  action_overdue: msg`Une action est en retard`,
  relay_received: msg`De nouvelles paroles de clients attendent votre équipe`,
  relay_replied: msg`Le prestataire a répondu à des paroles de clients`,
  relay_accepted: msg`Votre réponse à des paroles de clients est acceptée`,
  relay_insufficient: msg`Une réponse est jugée insuffisante`,
  relay_overdue: msg`Des paroles de clients attendent depuis trop longtemps`,
  words_to_release: msg`Des paroles attendent d’être relues avant transmission`,
  mask_reported: msg`Un masquage est signalé comme faux`,
  mask_answered: msg`Votre signalement de masquage a reçu une réponse`,
  thread_written: msg`Nouveau message dans un échange`,
  thread_asks: msg`Une question attend votre réponse`,
  confidential_written: msg`Nouveau message entre responsables`,
  confidential_asks: msg`Une question entre responsables attend votre réponse`,
  evaluation_proposed: msg`Des critères d’évaluation vous sont proposés`,
  evaluation_given: msg`L’autre partie a rendu son évaluation`,
  baseline_proposed: msg`Une référence d’avant est proposée à votre accord`,
  scope_proposed: msg`Un périmètre est proposé à votre accord`,
  staff_proposed: msg`Une liste d’agents est proposée à votre accord`,
  proposal_answered: msg`Réponse à ce que vous avez proposé`,
  practice_proposed: msg`Une pratique est proposée à votre accord`,
  replay_proposed: msg`Une relecture attend votre approbation`,
  tool_switched_off: msg`Un outil ne prend plus les messages : il est arrêté`,
  source_silent: msg`Une source n’envoie plus rien`,
  figure_missed: msg`Un indicateur est manqué sur un mois terminé`,
}
const OUTCOMES: Record<string, MessageDescriptor> = {
  'action accepted': msg`Action acceptée`,
  'action refused': msg`Action refusée`,
  'action verified': msg`Action vérifiée`,
  'action reopened': msg`Action reprise`,
  'action abandoned': msg`Action abandonnée`,
  'action date_agreed': msg`Autre échéance convenue`,
  'action date_kept': msg`Échéance maintenue`,
  'proposal agreed': msg`Votre proposition est acceptée`,
  'proposal refused': msg`Votre proposition est refusée`,
  'proposal withdrawn': msg`La proposition est retirée ou refusée`,
  'amendment accepted': msg`Avenant accepté : il est en vigueur`,
  'amendment refused': msg`Avenant refusé`,
  'amendment withdrawn': msg`Avenant retiré`,
}
const GROUPS: Record<Group, MessageDescriptor> = {
  decisions: msg`À décider ensemble`,
  actions: msg`Actions`,
  voice: msg`Voix des clients`,
  data: msg`Données et indicateurs`,
  talks: msg`Échanges et évaluation`,
}
const ABOUT: Record<Group, MessageDescriptor> = {
  decisions: msg`Contrat, avenants, références d’avant, périmètres, listes d’agents.`,
  actions: msg`Proposées, confiées, à vérifier, à échéance, en retard.`,
  voice: msg`Paroles à traiter, réponses à lire, relectures avant transmission, masquages.`,
  data: msg`Sources silencieuses, outils arrêtés, relectures, indicateurs manqués.`,
  talks: msg`Messages, questions qui attendent une réponse, évaluations.`,
}
const RHYTHMS: Record<Rhythm, MessageDescriptor> = {
  by_urgency: msg`Selon l’urgence`,
  at_once: msg`Tout de suite`,
  daily: msg`Chaque jour`,
  weekly: msg`Chaque lundi`,
  off: msg`Jamais`,
}
export const GROUP_NAMES = Object.keys(GROUPS) as Group[]
export const RHYTHM_NAMES = Object.keys(RHYTHMS) as Rhythm[]

export function useNotificationWords() {
  const { i18n, t } = useLingui()
  const format = useFormat()
  const names = useNames()
  return {
    sentence: ({ kind, data }: Notification) => {
      const outcome = OUTCOMES[`${kind.split('_')[0]} ${data['outcome'] ?? ''}`]
      if (kind === 'action_named' && data['due_on']) return t`Une action vous est confiée, pour le ${format.day(data['due_on'], 'long')}`
      if (kind === 'action_due_soon' && data['due_on']) return t`Une action est à rendre le ${format.day(data['due_on'], 'long')}`
      if (kind === 'action_overdue' && data['due_on']) return t`Une action est en retard depuis le ${format.day(data['due_on'], 'long')}`
      if (data['answer_by']) return t`Une question attend votre réponse ; elle était demandée pour le ${format.day(data['answer_by'], 'long')}`
      if (kind === 'figure_missed' && data['indicator'] && data['period'])
        return t`Manqué sur ${format.month(data['period'])} : ${names.indicator(data['indicator'])}`
      return i18n._(outcome ?? KINDS[kind])
    },
    group: (group: Group) => i18n._(GROUPS[group]),
    about: (group: Group) => i18n._(ABOUT[group]),
    rhythm: (rhythm: Rhythm) => i18n._(RHYTHMS[rhythm]),
  }
}
