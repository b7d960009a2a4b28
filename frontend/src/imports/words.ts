import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Column, Foreseen, LineFate, Question } from './queries'

type Fault = NonNullable<LineFate['fault']>

const COLUMNS: Record<Column, MessageDescriptor> = {
  key: msg`Identifiant`,
  kind: msg`Question`,
  score: msg`Note`,
  scale: msg`Échelle`,
  answered_at: msg`Date de réponse`,
  comment: msg`Commentaire`,
  ticket: msg`Ticket`,
  ticket_url: msg`Lien du ticket`,
  channel: msg`Canal`,
  queue: msg`File d’attente`,
}
export const ALL_COLUMNS = Object.keys(COLUMNS) as Column[]
export const NEEDED: readonly Column[] = ['kind', 'score', 'answered_at']

const QUESTIONS: Record<Question, MessageDescriptor> = {
  nps: msg`Recommandation (NPS)`,
  csat: msg`Satisfaction`,
  ces: msg`Effort (CES)`,
  fcr_declared: msg`Résolu au premier contact`,
}
export const ALL_QUESTIONS = Object.keys(QUESTIONS) as Question[]

const FAULTS: Record<Fault, MessageDescriptor> = {
  missing: msg`la cellule est vide`,
  question: msg`attendu : nps, csat, ces ou fcr`,
  number: msg`n’est pas un nombre`,
  whole_number: msg`doit être un nombre entier`,
  yes_or_no: msg`attendu : oui ou non`,
  scale: msg`doit être comprise entre 1 et 1000`,
  beyond_scale: msg`sort de l’échelle de la question`,
  date_form: msg`date illisible ; par exemple 12/10/2026 14:03`,
  no_such_date: msg`n’existe pas au calendrier`,
  no_zone: msg`n’a pas de fuseau`,
  clock_back: msg`heure vécue deux fois (passage à l’heure d’hiver) ; écrire son décalage`,
  clock_forward: msg`heure qui n’existe pas (passage à l’heure d’été)`,
  too_early: msg`antérieure à l’an 2000`,
  future: msg`dans le futur`,
  link: msg`doit être une adresse http ou https`,
  too_long: msg`trop longue`,
  control_characters: msg`contient des caractères de contrôle`,
  formula: msg`formule qui ne montre aucune valeur ; ouvrir et enregistrer le fichier, ou coller les valeurs`,
  cell_error: msg`montre une erreur du tableur`,
}
type Encoding = NonNullable<Foreseen['encoding']>

const ENCODINGS: Record<Encoding, MessageDescriptor> = {
  'utf-8': msg`UTF-8`,
  'utf-16': msg`UTF-16`,
  'windows-1252': msg`Windows-1252 (Excel en français)`,
}
const SEPARATORS: Record<string, MessageDescriptor> = { ';': msg`point-virgule`, ',': msg`virgule`, '\t': msg`tabulation` }

export function useImportWords() {
  const { i18n } = useLingui()
  return {
    column: (column: Column) => i18n._(COLUMNS[column]),
    question: (question: Question) => i18n._(QUESTIONS[question]),
    encoding: (encoding: Encoding) => i18n._(ENCODINGS[encoding]),
    separator: (sign: string) => (SEPARATORS[sign] ? i18n._(SEPARATORS[sign]) : sign),
    fault: (fault: LineFate['fault']) => (fault ? i18n._(FAULTS[fault]) : ''),
  }
}
