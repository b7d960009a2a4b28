/** The history of what was written: each version beside the one whose place it took. Pure. */
import type { Commitment, ContractCorrection, Objective, Terms } from '../api/types'
import { commitmentsAt, termsAt } from '../contracts/steps'

export type Change = { id: string; at: string; state: Terms['state'] } & (
  | { kind: 'draft'; before: ContractCorrection['before']; after: ContractCorrection }
  | { kind: 'terms'; before: Terms | null; after: Terms }
  | { kind: 'objective'; before: Objective | null; after: Objective }
  | { kind: 'commitment'; before: Commitment | null; after: Commitment }
)

const head = (one: { id: string; written_at: string | null; state: Terms['state'] }) => ({ id: one.id, at: one.written_at ?? '', state: one.state })

/** Whether both parties ever stood by it. */
const ruled = (one: { state: Terms['state']; recorded_at: string | null }) => one.recorded_at !== null

/** What waits for acceptance, each beside what is in force at the instant from which it would hold; newest first. */
export function waiting(terms: readonly Terms[], objectives: readonly Objective[], commitments: readonly Commitment[]) {
  return changesOf(terms, objectives, commitments)
    .filter((one) => one.kind !== 'draft' && one.state === 'proposed')
    .map((one) => {
      if (one.kind === 'terms') return { ...one, before: termsAt(terms, one.after.valid_from) }
      if (one.kind !== 'commitment') return one
      const held = commitmentsAt(commitments, one.after.valid_from)
      return { ...one, before: held.find((other) => other.indicator === one.after.indicator && other.variant === one.after.variant) ?? null }
    }) as Exclude<Change, { kind: 'draft' }>[]
}

/** Newest first. Versions come in the order of writing. */
export function changesOf(
  terms: readonly Terms[],
  objectives: readonly Objective[],
  commitments: readonly Commitment[],
  corrections: readonly ContractCorrection[] = [],
): Change[] {
  return [
    ...corrections.map((after) => ({ ...head({ ...after, state: 'in_force' }), kind: 'draft' as const, before: after.before, after })),
    ...terms.map((after, place) => ({ ...head(after), kind: 'terms' as const, before: terms.slice(0, place).findLast(ruled) ?? null, after })),
    ...objectives.map((after) => ({ ...head(after), kind: 'objective' as const, before: objectives.find((one) => one.id === after.replaces) ?? null, after })),
    ...commitments.map((after, place) => ({
      ...head(after),
      kind: 'commitment' as const,
      before: commitments.slice(0, place).findLast((one) => ruled(one) && one.indicator === after.indicator && one.variant === after.variant) ?? null,
      after,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

const PARTS = ['schedules', 'reopen_window_hours', 'sla', 'late_grace_hours', 'minimum_sample_size', 'minimum_data_completeness', 'minimum_time_heard', 'repeat_contacts', 'clocks'] as const

/** Which parts of the parameters differ. */
export const partsOf = (before: Terms | null, after: Terms) =>
  PARTS.filter((part) => JSON.stringify(before?.[part] ?? null) !== JSON.stringify(after[part]))
