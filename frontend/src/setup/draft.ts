/** A draft as it is typed, and what a correction sends of it. Pure. */
import type { Contract } from '../api/types'
import type { Drafted } from './ContractFields'

export type Correction = Partial<Pick<Contract, 'title' | 'kind' | 'donneur_ordre_id' | 'sous_traitant_id' | 'zone' | 'starts_on' | 'ends_on'>>

export const draftedOf = (contract: Contract): Drafted => ({
  title: contract.title, kind: contract.kind, client: contract.donneur_ordre_id, provider: contract.sous_traitant_id,
  zone: contract.zone, starts: contract.starts_on, ends: contract.ends_on ?? '',
})

const bodyOf = (draft: Drafted): Required<Correction> => ({
  title: draft.title.trim(), kind: draft.kind, donneur_ordre_id: draft.client.trim(), sous_traitant_id: draft.provider.trim(),
  zone: draft.zone, starts_on: draft.starts, ends_on: draft.ends || null,
})

/** Only what differs from what was read: what somebody else corrected meanwhile stays theirs. */
export function correctionOf(read: Contract, draft: Drafted): Correction {
  return Object.fromEntries(Object.entries(bodyOf(draft)).filter(([name, value]) => read[name as keyof Correction] !== value)) as Correction
}

/** Of what was typed, the parts that somebody else changed meanwhile into something else. */
export const contested = (read: Contract, present: Contract, typed: Correction) =>
  (Object.keys(typed) as (keyof Correction)[]).filter((name) => present[name] !== read[name] && present[name] !== typed[name])
