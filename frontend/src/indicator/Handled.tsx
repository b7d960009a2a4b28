import { Trans } from '@lingui/react/macro'
import type { ExplainedTicket, Explanation } from '../api/types'
import { useFormat } from '../format/use-format'
import { useHandledWords } from './handled-words'

/** Who answered the counted tickets: the provider's agents, the client company's own, both, or nobody yet. */
export function Handled({ handled }: { handled: NonNullable<Explanation['handled']> }) {
  const format = useFormat()
  return (
    <p className="soft small">
      <Trans>
        Réponses publiques aux tickets comptés : {format.integer(handled.sous_traitant)} par le prestataire seul, {format.integer(handled.donneur_ordre)} par le donneur
        d’ordre seul, {format.integer(handled.both)} par les deux, {format.integer(handled.nobody)} sans réponse.
      </Trans>
    </p>
  )
}

/** The same of one ticket. */
export function TicketHandled({ by }: { by: ExplainedTicket['handled_by'] }) {
  const words = useHandledWords()
  if (!by) return null
  return (
    <p className="soft small">
      <Trans>Réponses publiques : {words(by)}.</Trans>
    </p>
  )
}
