import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { ActionWithSteps } from '../api/types'
import type { Side } from '../charts/types'
import { samplesOf } from './unit'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import type { Effect, OriginKind, State, Step } from './queries'

const STATES: Record<State, MessageDescriptor> = {
  proposed: msg`proposée`,
  accepted: msg`acceptée`,
  in_progress: msg`en cours`,
  done: msg`faite, à vérifier`,
  verified: msg`vérifiée`,
  abandoned: msg`abandonnée`,
}
const STEPS: Record<Step | 'propose', MessageDescriptor> = {
  propose: msg`Action proposée`,
  change: msg`Proposition modifiée`,
  accept: msg`Action acceptée`,
  refuse: msg`Action refusée`,
  start: msg`Début`,
  finish: msg`Action faite`,
  verify: msg`Action vérifiée`,
  reopen: msg`Action reprise`,
  abandon: msg`Action abandonnée`,
  ask_date: msg`Autre échéance demandée`,
  agree_date: msg`Autre échéance convenue`,
  keep_date: msg`Échéance maintenue`,
  name_owner: msg`Porteur nommé`,
  note: msg`Remarque`,
}
const ORIGINS: Record<OriginKind, MessageDescriptor> = {
  figure: msg`Un chiffre`,
  verbatim: msg`Les mots d’un client`,
  thread: msg`Un échange`,
  meeting: msg`Un comité`,
  free: msg`Une idée`,
}
const SIDES: Record<Side, MessageDescriptor> = { donneur_ordre: msg`donneur d’ordre`, sous_traitant: msg`prestataire` }
const FIELDS: Record<string, MessageDescriptor> = {
  title: msg`Titre`,
  cause: msg`Cause`,
  description: msg`Ce qui sera fait`,
  due_on: msg`Échéance`,
  asked_due_on: msg`Échéance demandée`,
  owner_donneur_ordre_name: msg`Porteur, donneur d’ordre`,
  owner_sous_traitant_name: msg`Porteur, prestataire`,
  started_on: msg`Début`,
  done_on: msg`Faite le`,
}
export const ORIGIN_KINDS = Object.keys(ORIGINS) as OriginKind[]

export type Changes = ActionWithSteps['steps'][number]['changes']

export function useActionWords() {
  const { i18n, t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const change = ({ indicator, change: kind, amount, direction }: Effect) => {
    const sign = direction === 'higher' ? 1 : -1
    return kind === 'relative' ? format.difference(sign * Number(amount) * 100, 'count') + '\u00a0%' : format.difference(sign * Number(amount), samplesOf(indicator))
  }
  return {
    state: (state: State) => i18n._(STATES[state]),
    step: (step: Step | 'propose') => i18n._(STEPS[step]),
    origin: (kind: OriginKind) => i18n._(ORIGINS[kind]),
    side: (side: Side) => i18n._(SIDES[side]),
    /** « Résolution au premier contact — par ticket : +3,0 pts d’ici le 1er mars 2027 » */
    effect: (effect: Effect) => {
      const name = names.figure({ indicator: effect.indicator, variant: effect.variant ?? null })
      const moved = change(effect)
      const by = format.day(effect.by, 'full')
      return t`${name} : ${moved} d’ici le ${by}`
    },
    /** What a step changed, for the fields that people know. */
    changes: (changes: Changes) =>
      Object.entries(changes).flatMap(([field, [before, after]]) => {
        const name = FIELDS[field]
        if (!name) return []
        const shown = (value: unknown) => (value === null || value === undefined ? '–' : field.endsWith('_on') ? format.day(String(value), 'full') : String(value))
        return [{ field, name: i18n._(name), before: shown(before), after: shown(after) }]
      }),
  }
}
