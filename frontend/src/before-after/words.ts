/** What statistics may say of a before and an after, in words. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Baseline, BeforeAfter } from '../api/types'

type Reading = BeforeAfter['reading']
type Reason = BeforeAfter['reasons'][number]
type Caution = BeforeAfter['warnings'][number]
type Method = NonNullable<BeforeAfter['test']>['method']
type Refusal = NonNullable<BeforeAfter['mix'][number]['refusal']>

const READINGS: Record<Reading, MessageDescriptor> = {
  better: msg`Mieux, écart établi`,
  worse: msg`Moins bien, écart établi`,
  not_shown: msg`Pas de différence démontrée`,
  too_few: msg`Trop peu pour comparer`,
  not_compared: msg`Non comparé`,
}

const REASONS: Record<Reason, MessageDescriptor> = {
  before_empty: msg`Rien n’a été compté avant.`,
  after_empty: msg`Rien n’a été compté après.`,
  before_below_minimum: msg`Avant, le minimum convenu n’est pas atteint.`,
  after_below_minimum: msg`Après, le minimum convenu n’est pas atteint.`,
  duration: msg`Une durée est montrée sans être comparée : sa médiane demanderait un autre test.`,
  stock: msg`Un stock est un seul décompte : il est montré sans être comparé.`,
}

const CAUTIONS: Record<Caution, MessageDescriptor> = {
  imported: msg`La valeur d’avant est déclarée : Copil ne l’a pas mesurée.`,
  baseline_proposed: msg`Cette référence n’est pas encore convenue par les deux parties.`,
  baseline_superseded: msg`Cette référence a été remplacée par une autre.`,
  baseline_withdrawn: msg`Cette référence a été retirée ou refusée.`,
  before_provisional: msg`Avant : le chiffre est encore provisoire.`,
  after_provisional: msg`Après : le chiffre est encore provisoire.`,
  small_sample: msg`Moins de 30 réponses d’un côté : lisez l’intervalle plutôt que la valeur.`,
  season: msg`Ce ne sont pas les mêmes mois de l’année : la saison peut expliquer l’écart.`,
  mix_unknown: msg`La répartition (canal, site, motif) n’est pas connue des deux côtés : elle peut expliquer l’écart.`,
  mix_moved: msg`La répartition a bougé de 10 points ou plus.`,
  mix_changes_reading: msg`À répartition égale, la lecture n’est plus la même.`,
}

const METHODS: Record<Method, MessageDescriptor> = {
  pooled_z: msg`test z de deux proportions`,
  fisher: msg`test exact de Fisher, pour de petits effectifs`,
  coded_answers: msg`test z sur les réponses codées +1, 0, −1`,
}

const REFUSALS: Record<Refusal, MessageDescriptor> = {
  stratum_empty_before: msg`Une valeur n’a aucune réponse avant : rien n’est repondéré.`,
  stratum_empty_after: msg`Une valeur n’a aucune réponse après : rien n’est repondéré.`,
  too_many_values: msg`Trop de valeurs différentes : rien n’est repondéré.`,
  nothing_counted: msg`Rien n’est connu de cette répartition.`,
}

const ORIGINS: Record<BeforeAfter['before']['origin'], MessageDescriptor> = {
  live: msg`mesuré`,
  measured: msg`mesuré, gelé`,
  imported: msg`déclaré`,
}

const STATES: Record<Baseline['state'], MessageDescriptor> = {
  proposed: msg`Proposée`,
  agreed: msg`Convenue`,
  superseded: msg`Remplacée`,
  withdrawn: msg`Retirée`,
}

export function useBeforeAfterWords() {
  const { i18n } = useLingui()
  return {
    reading: (one: Reading) => i18n._(READINGS[one]),
    reason: (one: Reason) => i18n._(REASONS[one]),
    caution: (one: Caution) => i18n._(CAUTIONS[one]),
    method: (one: Method) => i18n._(METHODS[one]),
    refusal: (one: Refusal) => i18n._(REFUSALS[one]),
    origin: (one: BeforeAfter['before']['origin']) => i18n._(ORIGINS[one]),
    state: (one: Baseline['state']) => i18n._(STATES[one]),
  }
}
