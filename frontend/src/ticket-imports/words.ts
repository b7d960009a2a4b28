import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { ExportField, Fault, ImportRow, RowFate, TicketImport } from './queries'

const FIELDS: Record<ExportField, MessageDescriptor> = {
  ticket_id: msg`Numéro du ticket`,
  created_at: msg`Création`,
  status: msg`Statut`,
  first_response_at: msg`Première réponse`,
  first_response_minutes: msg`Première réponse, en minutes`,
  first_solved_at: msg`Première résolution`,
  solved_at: msg`Dernière résolution`,
  closed_at: msg`Clôture`,
  reopened_at: msg`Dernière réouverture`,
  updated_at: msg`Dernière modification`,
  reopens: msg`Nombre de réouvertures`,
  replies: msg`Nombre de réponses publiques`,
  channel: msg`Canal`,
  group: msg`Groupe`,
  priority: msg`Priorité`,
  tags: msg`Étiquettes`,
  brand: msg`Marque`,
  form: msg`Formulaire`,
  requester: msg`Demandeur`,
  satisfaction: msg`Satisfaction`,
  satisfaction_at: msg`Date de la satisfaction`,
}
export const ALL_FIELDS = Object.keys(FIELDS) as ExportField[]
export const NEEDED: readonly ExportField[] = ['ticket_id', 'created_at', 'status']

const FAULTS: Record<Fault['fault'], MessageDescriptor> = {
  missing: msg`la cellule est vide`,
  identifier: msg`trop long, ou signes non imprimables`,
  status: msg`statut inconnu de cet outil`,
  date_form: msg`date illisible, ou sans heure`,
  no_such_date: msg`n’existe pas au calendrier`,
  no_zone: msg`n’a pas de fuseau`,
  clock_back: msg`heure vécue deux fois (passage à l’heure d’hiver)`,
  clock_forward: msg`heure qui n’existe pas (passage à l’heure d’été)`,
  future: msg`dans le futur`,
  before_creation: msg`antérieure à la création du ticket`,
  whole_number: msg`doit être un nombre entier`,
  twice: msg`ticket déjà lu plus haut dans le fichier`,
}

const FATES: Record<RowFate, MessageDescriptor> = {
  equal: msg`Identique`,
  different: msg`Différent`,
  missing_here: msg`Absent de Copil`,
  orphan_here: msg`Sans création`,
  missing_there: msg`Absent de l’export`,
}
export const ALL_FATES = Object.keys(FATES) as RowFate[]

const STATES: Record<TicketImport['state'], MessageDescriptor> = {
  comparing: msg`comparaison en cours`,
  compared: msg`comparé`,
  proposed: msg`reprise proposée`,
  approved: msg`reprise en attente`,
  running: msg`reprise en cours`,
  done: msg`repris`,
  undo_proposed: msg`annulation proposée`,
  undoing: msg`annulation en cours`,
  undone: msg`annulé`,
  refused: msg`reprise refusée`,
  expired: msg`oublié après 30 jours`,
  failed: msg`interrompu`,
}

const COMPARED: Record<ImportRow['differences'][number]['field'], MessageDescriptor> = {
  created_at: msg`Création`,
  status: msg`Statut`,
  first_response_at: msg`Première réponse`,
  solved_at: msg`Dernière résolution`,
  reopens: msg`Réouvertures`,
  replies: msg`Réponses publiques`,
  excluded: msg`Écarté`,
}

const UNLOADABLE: Record<NonNullable<ImportRow['unloadable']>, MessageDescriptor> = {
  solve_not_told: msg`résolu, l’export ne dit pas quand`,
  reopening_not_told: msg`rouvert, l’export ne dit pas quand`,
}

const VALUES: Record<string, MessageDescriptor> = {
  new: msg`nouveau`,
  open: msg`ouvert`,
  pending: msg`en attente du client`,
  hold: msg`en attente d’un tiers`,
  solved: msg`résolu`,
  closed: msg`clos`,
  merged: msg`fusionné`,
  spam: msg`indésirable`,
  deleted: msg`supprimé`,
}

export function useExportWords() {
  const { i18n } = useLingui()
  return {
    field: (field: ExportField) => i18n._(FIELDS[field]),
    fault: (fault: Fault['fault']) => i18n._(FAULTS[fault]),
    fate: (fate: RowFate) => i18n._(FATES[fate]),
    state: (state: TicketImport['state']) => i18n._(STATES[state]),
    compared: (field: ImportRow['differences'][number]['field']) => i18n._(COMPARED[field]),
    unloadable: (reason: NonNullable<ImportRow['unloadable']>) => i18n._(UNLOADABLE[reason]),
    value: (value: string) => (VALUES[value] ? i18n._(VALUES[value]) : value),
  }
}
