import { plural, t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import type { Figure } from '../api/types'
import { useFormat } from '../format/use-format'

/** Counted over answers of customers. */
export const ANSWERED = new Set(['csat', 'ces', 'nps', 'fcr_declared'])

/** What a figure was counted over, « 1 840 tickets » or « 257 réponses ». */
export function useSampleWords() {
  useLingui()
  const format = useFormat()
  return ({ indicator, sample_size: size }: Pick<Figure, 'indicator' | 'sample_size'>) => {
    const number = format.integer(size)
    return ANSWERED.has(indicator)
      ? plural(size, { one: `${number} réponse`, other: `${number} réponses` })
      : plural(size, { one: `${number} ticket`, other: `${number} tickets` })
  }
}

const LONGEST = 36

/** A clause may be a whole sentence, or a bare number. */
export function useClauseLabel() {
  useLingui()
  return (clause: string) => {
    const head = clauseHead(clause)
    return /^\d/.test(head) ? t`Clause ${head}` : head
  }
}

/** What is before the colon, or the beginning. */
export function clauseHead(clause: string): string {
  const head = clause.split(/\s?:\s/, 1)[0] ?? clause
  return head.length <= LONGEST ? head : `${head.slice(0, LONGEST).trimEnd()}…`
}
