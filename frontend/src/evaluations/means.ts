import type { Quarter } from '../api/types'

type Submission = Quarter['donneur_ordre']

/** The mean of a side's scores; null without any, or while they are sealed. */
export function meanOf(given: Submission | undefined): number | null {
  const scores = given?.scores ?? []
  return scores.length ? scores.reduce((sum, one) => sum + one.score, 0) / scores.length : null
}

export const scoreOf = (given: Submission | undefined, code: string): number | null => given?.scores.find((one) => one.code === code)?.score ?? null

/** How far what the one says of the other lies from what the other says of it; null where one is not known. */
export function gapOf(quarter: Pick<Quarter, 'donneur_ordre' | 'sous_traitant'>, code: string): number | null {
  const [first, second] = [scoreOf(quarter.donneur_ordre, code), scoreOf(quarter.sous_traitant, code)]
  return first === null || second === null ? null : first - second
}

/** What one says of the other over time, oldest first: only quarters of which it is known. */
export function courseOf(quarters: readonly Quarter[], side: 'donneur_ordre' | 'sous_traitant'): { quarter: string; mean: number }[] {
  return quarters
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter))
    .flatMap((one) => {
      const mean = meanOf(one[side])
      return mean === null ? [] : [{ quarter: one.quarter, mean }]
    })
}
