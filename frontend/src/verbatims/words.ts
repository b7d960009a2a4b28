/** Words for what is masked, and for what was answered. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { Verbatim } from '../api/types'
import type { Question } from './queries'

type Hidden = Verbatim['hidden'][number]['kind']

const HIDDEN: Record<Hidden, MessageDescriptor> = {
  email: msg`adresse e-mail`,
  phone: msg`téléphone`,
  iban: msg`compte bancaire`,
  card: msg`carte bancaire`,
  nir: msg`numéro de sécurité sociale`,
  plate: msg`plaque d’immatriculation`,
  address: msg`adresse postale`,
  birth_date: msg`date de naissance`,
  identifier: msg`numéro de pièce ou de client`,
  link: msg`lien personnel`,
  handle: msg`pseudonyme`,
  person: msg`nom`,
}
export const HIDDEN_KINDS = Object.keys(HIDDEN) as Hidden[]

const QUESTIONS: Record<Question, MessageDescriptor> = {
  nps: msg`Recommandation (NPS)`,
  csat: msg`Satisfaction`,
  ces: msg`Effort (CES)`,
  fcr_declared: msg`Résolu au premier contact`,
}
const MARK = /\[\[([a-z_]+)\]\]/g

const isHidden = (kind: string): kind is Hidden => kind in HIDDEN

export interface Part {
  words: string
  /** Set where personal data stood. */
  hidden: Hidden | null
}

/** The text cut at the marks that stand for personal data. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let after = 0
  for (const match of text.matchAll(MARK)) {
    const kind = match[1] ?? ''
    if (!isHidden(kind)) continue
    if (match.index > after) parts.push({ words: text.slice(after, match.index), hidden: null })
    parts.push({ words: '', hidden: kind })
    after = match.index + match[0].length
  }
  if (after < text.length) parts.push({ words: text.slice(after), hidden: null })
  return parts
}

export function useVerbatimWords() {
  const { t, i18n } = useLingui()
  const hidden = (kind: Hidden) => i18n._(HIDDEN[kind])
  return {
    hidden,
    question: (question: Question) => i18n._(QUESTIONS[question]),
    answer: ({ kind, score, scale_max: scale }: Pick<Verbatim, 'kind' | 'score' | 'scale_max'>) =>
      kind === 'fcr_declared' ? (score ? t`oui` : t`non`) : scale === 1 ? (score ? t`satisfait` : t`insatisfait`) : t`${score} sur ${scale}`,
    /** The words as a file holds them. */
    plain: (text: string) =>
      partsOf(text)
        .map((part) => (part.hidden ? `[${hidden(part.hidden)}]` : part.words))
        .join(''),
    total: (verbatim: Verbatim) => verbatim.hidden.reduce((sum, one) => sum + one.count, 0),
  }
}
