/** Whose time it is, in the words of the contract. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Owner } from './delays'

const TIMES: Record<Owner, MessageDescriptor> = {
  sous_traitant: msg`temps prestataire`,
  donneur_ordre: msg`temps donneur d’ordre`,
  customer: msg`temps client`,
  third_party: msg`temps tiers`,
}

export function useOwners() {
  const { i18n } = useLingui()
  const time = (owner: Owner) => i18n._(TIMES[owner])
  return { time, times: (owners: readonly Owner[]) => owners.map(time).join(', ') }
}
