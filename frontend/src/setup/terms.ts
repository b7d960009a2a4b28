import type { Contract, Terms } from '../api/types'
import { beginning, termsAt, useTerms } from '../contracts/steps'
import type { NewTerms } from './write'

export const USUAL_REOPEN_HOURS = 168
export const USUAL_GRACE_HOURS = 72
export const USUAL_SAMPLE = 10

/** The parameters of a draft as they stand; undefined while they are read, null when there are none yet. */
export function useDraftTerms(contract: Contract): Terms | null | undefined {
  const items = useTerms(contract.id)
  return items ? termsAt(items, beginning(contract)) : undefined
}

/** What stands, with a part of it changed: parameters are written whole. */
export const changed = (contract: Contract, now: Terms | null, part: Partial<NewTerms>): NewTerms => ({
  valid_from: beginning(contract),
  schedules: now?.schedules ?? {},
  reopen_window_hours: now?.reopen_window_hours ?? USUAL_REOPEN_HOURS,
  sla: now?.sla ?? null,
  ...(now
    ? { late_grace_hours: now.late_grace_hours, minimum_sample_size: now.minimum_sample_size, minimum_data_completeness: now.minimum_data_completeness, minimum_time_heard: now.minimum_time_heard, repeat_contacts: now.repeat_contacts, clocks: now.clocks, dimensions: now.dimensions }
    : {}),
  ...part,
})
