/** Counting the commitments of a month, for the sentence. */
import type { Figure } from '../api/types'

export interface Tally {
  total: number
  /** Met, within tolerance included. */
  met: number
  withinTolerance: number
  missed: number
  /** Without value, with too few answers, or incomplete: nothing can be said. */
  unsaid: number
}

export type SentenceKind = 'no_data' | 'no_commitment' | 'nothing_said' | 'all_met' | 'none_met' | 'all_missed' | 'some_met'

export const isContractual = (figure: Figure) => figure.commitment?.class === 'contractual'

export function tallyOf(figures: readonly Figure[]): Tally {
  const judged = figures.filter(isContractual)
  const count = (...verdicts: Figure['verdict'][]) => judged.filter((one) => verdicts.includes(one.verdict)).length
  const met = count('met', 'met_within_tolerance')
  const missed = count('missed')
  return { total: judged.length, met, withinTolerance: count('met_within_tolerance'), missed, unsaid: judged.length - met - missed }
}

/** Which sentence fits; each has its own words in both languages. */
export function sentenceKind(figures: readonly Figure[], { total, met, missed, unsaid }: Tally): SentenceKind {
  if (figures.every((one) => one.value === null)) return 'no_data'
  if (total === 0) return 'no_commitment'
  if (unsaid === total) return 'nothing_said'
  if (met === total) return 'all_met'
  if (missed === total) return 'all_missed'
  return met === 0 ? 'none_met' : 'some_met'
}
