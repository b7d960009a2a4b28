/** Steps, kinds, days and motives in plain words. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Contract, Objective } from '../api/types'
import type { Step } from '../contracts/step-names'
import type { Fault } from './paste'

const STEP_NAMES: Record<Step, MessageDescriptor> = {
  parties: msg`Parties, type et dates`,
  horaires: msg`Horaires et jours fériés`,
  delais: msg`Réouverture et délais promis`,
  objectifs: msg`Objectifs`,
  engagements: msg`Engagements`,
  source: msg`Source`,
  acceptation: msg`Acceptation par les deux parties`,
}

const EXPECTED: Record<Step, MessageDescriptor> = {
  parties: msg`donneur d’ordre`,
  horaires: msg`l’une des deux parties`,
  delais: msg`l’une des deux parties`,
  objectifs: msg`donneur d’ordre propose, prestataire répond`,
  engagements: msg`donneur d’ordre propose, prestataire répond`,
  source: msg`prestataire, ou qui administre l’outil`,
  acceptation: msg`donneur d’ordre et prestataire`,
}

const KINDS: Record<Contract['kind'], [MessageDescriptor, MessageDescriptor]> = {
  externalisation: [msg`Externalisation`, msg`une fonction entière, dans la durée`],
  specialisee: [msg`Spécialité`, msg`une compétence que le donneur d’ordre n’a pas`],
  capacite: [msg`Capacité`, msg`un renfort pour les pics d’activité`],
}

export const MOTIVES: Objective['motive'][] = ['quality', 'cost', 'expertise', 'control', 'focus', 'flexibility', 'automation']
const MOTIVE_NAMES: Record<Objective['motive'], MessageDescriptor> = {
  quality: msg`qualité de service`,
  cost: msg`coût`,
  expertise: msg`expertise`,
  control: msg`visibilité et maîtrise`,
  focus: msg`recentrage`,
  flexibility: msg`souplesse`,
  automation: msg`automatisation`,
}

const DAYS = [msg`lundi`, msg`mardi`, msg`mercredi`, msg`jeudi`, msg`vendredi`, msg`samedi`, msg`dimanche`]

const FAULTS: Record<Fault, MessageDescriptor> = {
  columns: msg`Il faut cinq colonnes : indicateur, variante, cible, tolérance, clause.`,
  indicator: msg`Cet indicateur n’est pas au catalogue.`,
  variant: msg`Un délai se promet en médiane, 90e centile ou moyenne ; les autres indicateurs n’ont pas de variante.`,
  target: msg`La cible n’est pas une valeur de cet indicateur.`,
  tolerance: msg`La tolérance n’est pas un écart de cet indicateur.`,
  clause: msg`La clause manque.`,
  twice: msg`Cet indicateur est déjà sur une ligne au-dessus.`,
}

/** What hangs on a draft, so that its parties stay and it is not given up. */
const HELD: Record<string, MessageDescriptor> = {
  acceptances: msg`une partie a déjà accepté un texte`,
  versions: msg`la partie qui partirait a déjà écrit dans ce brouillon`,
  sources: msg`un outil est relié`,
  annotations: msg`une note est écrite`,
  answers: msg`des clients ont répondu`,
}

export function useStepWords() {
  const { i18n } = useLingui()
  return { name: (step: Step) => i18n._(STEP_NAMES[step]), expected: (step: Step) => i18n._(EXPECTED[step]) }
}

export function useKinds() {
  const { i18n } = useLingui()
  return { name: (kind: Contract['kind']) => i18n._(KINDS[kind][0]), meaning: (kind: Contract['kind']) => i18n._(KINDS[kind][1]) }
}

export function useSetUpWords() {
  const { i18n } = useLingui()
  return {
    motive: (motive: Objective['motive']) => i18n._(MOTIVE_NAMES[motive]),
    day: (day: number) => i18n._(DAYS[day]!),
    fault: (fault: Fault) => i18n._(FAULTS[fault]),
    held: (name: string) => (HELD[name] ? i18n._(HELD[name]) : name),
  }
}
