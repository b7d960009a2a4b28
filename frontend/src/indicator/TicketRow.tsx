import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { ExplainedTicket, Unit } from '../api/types'
import { useFormat } from '../format/use-format'
import { useWords } from '../indicators/words'
import { lower } from '../indicators/target'
import { Cell } from '../ui/Cell'
import { Conversations, ConversationsCounted } from './Conversations'
import { Events } from './Events'
import { TicketHandled } from './Handled'
import { TicketTimes } from './Times'

export interface TicketHeads {
  ticket: string
  counted: string
  reference: string
  duration?: string
  events: string
}

/** One ticket: why it counts or not; opened, the events that say so. */
export function TicketRow({ ticket, unit, heads }: { ticket: ExplainedTicket; unit: Unit; heads: TicketHeads }) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [open, setOpen] = useState(false)
  const columns = heads.duration ? 5 : 4
  return (
    <>
      <tr className={open ? 'opened' : undefined}>
        <th scope="row">
          <button type="button" className="ticket-open" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="mark">
              <path d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'} />
            </svg>
            {ticket.ticket_id}
          </button>
        </th>
        <Cell label={heads.counted}>
          <span>
            {ticket.sessions ? (
              <ConversationsCounted sessions={ticket.sessions} />
            ) : (
              <>
                <Counted ticket={ticket} unit={unit} />
                <Neighbour ticket={ticket} />
              </>
            )}
          </span>
        </Cell>
        <Cell label={heads.reference}>{ticket.reference_at ? format.instant(ticket.reference_at) : '–'}</Cell>
        {heads.duration ? (
          <Cell label={heads.duration} number>
            {ticket.value_s === null ? '–' : format.duration(ticket.value_s)}
          </Cell>
        ) : null}
        <Cell label={heads.events} number>
          {ticket.events.length}
        </Cell>
      </tr>
      {open ? (
        <tr className="ticket-events" id={id}>
          <td colSpan={columns}>
            <Conversations ticket={ticket} />
            <TicketTimes times={ticket.times} priority={ticket.priority} />
            <TicketHandled by={ticket.handled_by} />
            <Events events={ticket.events} label={t`Évènements du ticket ${ticket.ticket_id}`} />
          </td>
        </tr>
      ) : (
        // What aria-controls names exists also while it is closed.
        <tr id={id} hidden />
      )}
    </>
  )
}

/** The contact that decided of this one: what it repeats, or what repeats it. */
function Neighbour({ ticket: { repeats, repeated_by: repeated } }: { ticket: ExplainedTicket }) {
  const format = useFormat()
  if (!repeats && !repeated) return null
  return (
    <span className="soft under">
      {repeats ? (
        <Trans>
          suit le ticket {repeats.ticket_id} du {format.instant(repeats.created_at)}
        </Trans>
      ) : repeated ? (
        <Trans>
          suivi du ticket {repeated.ticket_id}, le {format.instant(repeated.created_at)}
        </Trans>
      ) : null}
    </span>
  )
}

function Counted({ ticket, unit }: { ticket: ExplainedTicket; unit: Unit }) {
  const words = useWords()
  if (ticket.counted === 'out') {
    return (
      <span className="soft">
        {ticket.reason ? <Trans>Écarté : {lower(words.reason(ticket.reason))}</Trans> : <Trans>Écarté</Trans>}
      </span>
    )
  }
  return (
    <>
      {ticket.answer !== null ? (
        words.answer(ticket.answer)
      ) : unit !== 'ratio' || ticket.in_numerator === null ? (
        <Trans>Compté</Trans>
      ) : ticket.in_numerator ? (
        <Trans>Compté, au numérateur</Trans>
      ) : (
        <Trans>Compté, hors numérateur</Trans>
      )}
      {ticket.pending ? (
        <span className="soft">
          , <Trans>encore dans son délai</Trans>
        </span>
      ) : null}
    </>
  )
}
