import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Adjustment, MovedTicket, Unit } from '../api/types'
import { useFormat } from '../format/use-format'
import { adjustmentQuery } from './queries'
import { lower } from '../indicators/target'
import { useWords } from '../indicators/words'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { Events } from './Events'

/** What lies between a version and the one before it: the tickets that count otherwise, why, and the events that say so. */
export function AdjustmentDetail({ figureId, version }: { figureId: string; version: number }) {
  const query = useQuery(adjustmentQuery(figureId, version))
  return (
    <Answer query={query} height={160}>
      {(found) => <Told adjustment={found} />}
    </Answer>
  )
}

function Told({ adjustment }: { adjustment: Adjustment }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  const { before, after, unit, causes, agreed, tickets } = adjustment
  const heads = { ticket: t`Ticket`, before: t`Avant`, after: t`Après`, cause: t`Pourquoi` }
  const amount = (value: string | null) => format.amount(value, unit, unit === 'ratio' ? 2 : undefined)
  const moved = causes.reduce((sum, one) => sum + one.tickets, 0)
  return (
    <div className="adjustment">
      <p>
        <Trans>
          De {amount(before.value)} (version {before.version}) à {amount(after.value)} (version {after.version}).
        </Trans>{' '}
        {moved ? (
          <Plural value={moved} one="# ticket compte autrement." other="# tickets comptent autrement." />
        ) : (
          <Trans>Aucun ticket ne compte autrement.</Trans>
        )}
      </p>
      {causes.length || agreed.length ? (
        <ul className="plain">
          {causes.map((one) => (
            <li key={one.cause}>
              {words.cause(one.cause)} : {format.integer(one.tickets)}
            </li>
          ))}
          {agreed.map((one) => (
            <li key={one.id}>
              <Trans>
                {words.agreed(one.kind)}, en vigueur depuis le {format.instant(one.valid_from, true)}, connu depuis le {format.instant(one.recorded_at, true)}
              </Trans>
            </li>
          ))}
        </ul>
      ) : null}
      {tickets.items.length ? (
        <table className="ledger cards">
          <Heads labels={Object.values(heads)} />
          <tbody>
            {tickets.items.map((ticket) => (
              <Moved key={`${ticket.source_id} ${ticket.ticket_id}`} ticket={ticket} unit={unit} heads={heads} />
            ))}
          </tbody>
        </table>
      ) : null}
      {moved > tickets.items.length ? (
        <p className="soft small">
          <Trans>Les {format.integer(tickets.items.length)} premiers tickets sont montrés ; l’API les donne tous.</Trans>
        </p>
      ) : null}
      {adjustment.adds_up ? (
        <p className="soft small">
          <Trans>Ces tickets font exactement la différence des deux comptes : comparé, et non supposé.</Trans>
        </p>
      ) : (
        <p className="notice alert" role="alert">
          <Trans>Ces tickets ne font pas la différence des deux comptes. Prévenez l’administrateur de la plateforme.</Trans>
        </p>
      )}
    </div>
  )
}

interface MovedProps {
  ticket: MovedTicket
  unit: Unit
  heads: Record<'ticket' | 'before' | 'after' | 'cause', string>
}

function Moved({ ticket, unit, heads }: MovedProps) {
  const { t } = useLingui()
  const words = useWords()
  return (
    <>
      <tr>
        <th scope="row">{ticket.ticket_id}</th>
        <Cell label={heads.before}>
          <How counted={ticket.before} unit={unit} />
        </Cell>
        <Cell label={heads.after}>
          <How counted={ticket.after} unit={unit} />
        </Cell>
        <Cell label={heads.cause}>{words.cause(ticket.cause)}</Cell>
      </tr>
      {ticket.events.length ? (
        <tr className="ticket-events">
          <td colSpan={4}>
            <Events events={ticket.events} label={t`Évènements du ticket ${ticket.ticket_id}`} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function How({ counted, unit }: { counted: MovedTicket['before']; unit: Unit }) {
  const format = useFormat()
  const words = useWords()
  if (counted === null) return <span className="soft"><Trans>inconnu</Trans></span>
  if (counted.counted === 'out') {
    return <span className="soft">{counted.reason ? <Trans>Écarté : {lower(words.reason(counted.reason))}</Trans> : <Trans>Écarté</Trans>}</span>
  }
  if (counted.answer !== null) return <>{words.answer(counted.answer)}</>
  if (counted.value_s !== null) return <>{format.duration(counted.value_s)}</>
  if (counted.sessions) {
    const [above, all] = [format.integer(counted.sessions.numerator), format.integer(counted.sessions.denominator)]
    return <Trans>Conversations comptées : {all}, au numérateur : {above}</Trans>
  }
  if (unit !== 'ratio' || counted.in_numerator === null) return <Trans>Compté</Trans>
  return counted.in_numerator ? <Trans>Compté, au numérateur</Trans> : <Trans>Compté, hors numérateur</Trans>
}
