import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { ExplainedTicket } from '../api/types'

type By = NonNullable<ExplainedTicket['handled_by']>

const WORDS: Record<By, MessageDescriptor> = {
  sous_traitant: msg`le prestataire seul`,
  donneur_ordre: msg`le donneur d’ordre seul`,
  both: msg`les deux parties`,
}

export function useHandledWords() {
  const { i18n } = useLingui()
  return (by: By) => i18n._(WORDS[by])
}
