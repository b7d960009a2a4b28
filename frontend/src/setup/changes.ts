/** The history of what was written: each version beside the one whose place it took. Pure. */
import type { Commitment, ContractCorrection, Objective, Terms } from '../api/types'

export type Change = { id: string; at: string; state: Terms['state'] } & (
  | { kind: 'draft'; before: ContractCorrection['before']; after: ContractCorrection }
  | { kind: 'terms'; before: Terms | null; after: Terms }
  | { kind: 'objective'; before: Objective | null; after: Objective }
  | { kind: 'commitment'; before: Commitment | null; after: Commitment }
)

const head = (one: { id: string; written_at: string | null; state: Terms['state'] }) => ({ id: one.id, at: one.written_at ?? '', state: one.state })

/** Newest first. Versions come in the order of writing. */
export function changesOf(
  terms: readonly Terms[],
  objectives: readonly Objective[],
  commitments: readonly Commitment[],
  corrections: readonly ContractCorrection[] = [],
): Change[] {
  return [
    ...corrections.map((after) => ({ ...head({ ...after, state: 'in_force' }), kind: 'draft' as const, before: after.before, after })),
    ...terms.map((after, place) => ({ ...head(after), kind: 'terms' as const, before: terms[place - 1] ?? null, after })),
    ...objectives.map((after) => ({ ...head(after), kind: 'objective' as const, before: objectives.find((one) => one.id === after.replaces) ?? null, after })),
    ...commitments.map((after, place) => ({
      ...head(after),
      kind: 'commitment' as const,
      before: commitments.slice(0, place).findLast((one) => one.indicator === after.indicator && one.variant === after.variant) ?? null,
      after,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

/** Which parts of the parameters differ. */
export const partsOf = (before: Terms | null, after: Terms) =>
  (['schedules', 'reopen_window_hours', 'sla'] as const).filter((part) => JSON.stringify(before?.[part] ?? null) !== JSON.stringify(after[part]))
