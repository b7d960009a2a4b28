import { Trans } from '@lingui/react/macro'
import type { ExplainedTicket } from '../api/types'
import { useFormat } from '../format/use-format'
import { useWords } from '../indicators/words'
import { ScrollRegion } from '../ui/ScrollRegion'
import { lateness } from './lateness'

/** What happened to a ticket: when it happened, when we heard of it, when it was kept, and by which delivery. */
export function Events({ events, label }: { events: ExplainedTicket['events']; label: string }) {
  const format = useFormat()
  const words = useWords()
  return (
    <ScrollRegion label={label}>
      <table className="ledger events">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Évènement</Trans>
            </th>
            <th scope="col">
              <Trans>Survenu</Trans>
            </th>
            <th scope="col">
              <Trans>Reçu</Trans>
            </th>
            <th scope="col">
              <Trans>Enregistré</Trans>
            </th>
            <th scope="col">
              <Trans>Livraison</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const late = lateness(event)
            return (
              <tr key={`${event.delivery_id} ${event.kind} ${event.effective_at}`}>
                <th scope="row">{words.event(event.kind)}</th>
                <td>{format.instant(event.effective_at)}</td>
                <td>
                  {format.instant(event.received_at)}
                  {late === null ? null : (
                    <span className="late">
                      <Trans>en retard de {format.duration(late)}</Trans>
                    </span>
                  )}
                </td>
                <td>
                  {format.instant(event.recorded_at)}
                  {event.origin === 'replay' ? (
                    <span className="soft small">
                      {' '}
                      <Trans>relecture</Trans>
                    </span>
                  ) : null}
                </td>
                <td>
                  <code>{event.delivery_id}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
