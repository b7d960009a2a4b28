/** Dimensions and their values in words: the value of tickets of which it was not told, and of those told otherwise. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { DeclaredDimension, DimensionName } from '../api/types'

export const DIMENSIONS = ['channel', 'site', 'country', 'queue', 'lot', 'reason', 'priority', 'tag', 'handled'] as const satisfies readonly DimensionName[]
export const ATTRIBUTES = ['channel', 'group', 'brand', 'form', 'priority', 'tag', 'handled_by'] as const satisfies readonly DeclaredDimension['attribute'][]
export const NOT_TOLD = ''
export const OTHER = '*'

const NAMES: Record<DimensionName, MessageDescriptor> = {
  channel: msg`Canal`,
  site: msg`Site`,
  country: msg`Pays`,
  queue: msg`File`,
  lot: msg`Lot`,
  reason: msg`Motif du contact`,
  priority: msg`Priorité`,
  tag: msg`Étiquette`,
  handled: msg`Réponses par`,
}

const ATTRIBUTE_NAMES: Record<DeclaredDimension['attribute'], MessageDescriptor> = {
  channel: msg`canal du ticket`,
  group: msg`groupe`,
  brand: msg`marque`,
  form: msg`formulaire`,
  priority: msg`priorité du ticket`,
  tag: msg`étiquettes`,
  handled_by: msg`qui a répondu jusqu’ici`,
}

/** Of the dimension `handled`: its values are codes, not texts of a tool. */
const HANDLED: Record<string, MessageDescriptor> = {
  sous_traitant: msg`Prestataire seul`,
  donneur_ordre: msg`Donneur d’ordre seul`,
  both: msg`Les deux parties`,
  nobody: msg`Personne encore`,
}

const NOT_TOLD_WORDS = msg`Non renseigné`
const OTHER_WORDS = msg`Autres`

export function useDimensionWords() {
  const { i18n } = useLingui()
  return {
    name: (name: DimensionName) => i18n._(NAMES[name]),
    attribute: (one: DeclaredDimension['attribute']) => i18n._(ATTRIBUTE_NAMES[one]),
    value: (value: string, name: DimensionName) => {
      const told = name === 'handled' ? HANDLED[value] : undefined
      return told ? i18n._(told) : value === NOT_TOLD ? i18n._(NOT_TOLD_WORDS) : value === OTHER ? i18n._(OTHER_WORDS) : value
    },
  }
}

/** Every dimension that some of these versions declare, in the order of lists. */
export const declaredIn = (terms: readonly { dimensions?: Partial<Record<DimensionName, unknown>> | null }[]): DimensionName[] =>
  DIMENSIONS.filter((name) => terms.some((one) => one.dimensions?.[name]))
