/** Words of the relay. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { RelayItem, RelayStep } from '../api/types'

type State = RelayItem['state']
type Step = RelayStep['step']
type Cause = NonNullable<RelayStep['cause']>

const STATES: Record<State, MessageDescriptor> = {
  to_do: msg`À prendre en compte`,
  acknowledged: msg`Pris en compte`,
  caused: msg`Cause dite`,
  acted: msg`Action engagée`,
  replied: msg`Réponse faite`,
  accepted: msg`Réponse acceptée`,
  returned: msg`Réponse jugée insuffisante`,
  passed_on: msg`Transmis à l’équipe`,
}
const STEPS: Record<Step, MessageDescriptor> = {
  acknowledge: msg`Pris en compte`,
  cause: msg`Cause`,
  act: msg`Action`,
  reply: msg`Réponse`,
  accept: msg`Réponse acceptée`,
  return: msg`Réponse jugée insuffisante`,
  pass_on: msg`Lu et transmis à l’équipe`,
}
const ACTS: Record<Step, MessageDescriptor> = {
  acknowledge: msg`Prendre en compte`,
  cause: msg`Dire la cause`,
  act: msg`Dire ce qui est fait`,
  reply: msg`Répondre au donneur d’ordre`,
  accept: msg`Accepter la réponse`,
  return: msg`Juger la réponse insuffisante`,
  pass_on: msg`Lu et transmis à l’équipe`,
}
const CAUSES: Record<Cause, MessageDescriptor> = {
  instruction: msg`Consigne`,
  knowledge: msg`Connaissance`,
  tool: msg`Outil`,
  process: msg`Procédure`,
  stock: msg`Stock`,
  carrier: msg`Transporteur`,
  staffing: msg`Effectif`,
  tone: msg`Ton`,
  product: msg`Produit`,
  customer: msg`Malentendu avec le client`,
  none_found: msg`Aucune cause trouvée`,
  other: msg`Autre`,
}
export const CAUSE_CODES = Object.keys(CAUSES) as Cause[]

export function useRelayWords() {
  const { i18n } = useLingui()
  return {
    state: (state: State) => i18n._(STATES[state]),
    step: (step: Step) => i18n._(STEPS[step]),
    act: (step: Step) => i18n._(ACTS[step]),
    cause: (cause: Cause) => i18n._(CAUSES[cause]),
  }
}
