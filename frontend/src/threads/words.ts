import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { AnswerDelays, Thread } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import type { Kind, State } from './queries'

const KINDS: Record<Kind, MessageDescriptor> = { concern: msg`Préoccupation`, idea: msg`Idée`, praise: msg`Félicitations`, remark: msg`Remarque` }
const STATES: Record<State, MessageDescriptor> = { open: msg`ouvert`, answered: msg`répondu`, closed: msg`clos` }
const SIDES: Record<Side, MessageDescriptor> = { donneur_ordre: msg`donneur d’ordre`, sous_traitant: msg`prestataire` }
const ABOUT: Record<Thread['about']['kind'], MessageDescriptor> = { figure: msg`à propos d’un chiffre`, verbatim: msg`à propos de mots d’un client`, action: msg`à propos d’une action`, free: msg`sujet libre` }
export const KIND_NAMES = Object.keys(KINDS) as Kind[]

export function useThreadWords() {
  const { i18n, t } = useLingui()
  const format = useFormat()
  return {
    kind: (kind: Kind) => i18n._(KINDS[kind]),
    state: (state: State) => i18n._(STATES[state]),
    side: (side: Side) => i18n._(SIDES[side]),
    about: (kind: Thread['about']['kind']) => i18n._(ABOUT[kind]),
    /** « au moins 2 j 3 h »: what is not answered yet may move it up. */
    delay: (delay: AnswerDelays['median']) => {
      if (delay === null) return '–'
      const shown = format.duration(delay.seconds)
      return delay.at_least ? t`au moins ${shown}` : shown
    },
  }
}
