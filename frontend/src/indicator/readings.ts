import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { ComparisonItem } from '../api/types'

const READINGS: Record<ComparisonItem['reading'], MessageDescriptor> = {
  better: msg`Mieux, écart établi`,
  worse: msg`Moins bien, écart établi`,
  not_distinguishable: msg`Écart non certain`,
  too_few: msg`Trop peu pour juger`,
  not_compared: msg`Non comparé`,
}

/** What statistics say of a value beside the rest, in words. */
export function useReadingWords() {
  const { i18n } = useLingui()
  return (reading: ComparisonItem['reading']) => i18n._(READINGS[reading])
}
