import { Trans, useLingui } from '@lingui/react/macro'
import type { ExplainedTicket } from '../api/types'
import { useFormat } from '../format/use-format'
import { useWords } from '../indicators/words'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { lateness, withoutRepetition } from './lateness'

/** What happened to a ticket: when it happened, when we heard of it, when it was kept, and by which delivery. */
export function Events({ events, label }: { events: ExplainedTicket['events']; label: string }) {
  const format = useFormat()
  const words = useWords()
  const { t } = useLingui()
  const heads = { kind: t`Évènement`, happened: t`Survenu`, received: t`Reçu`, recorded: t`Enregistré`, delivery: t`Livraison` }
  return (
    <ScrollRegion label={label}>
      <table className="ledger events cards">
        <Heads labels={Object.values(heads)} />
        <tbody>
          {withoutRepetition(events).map(({ event, times }) => {
            const late = lateness(event)
            return (
              <tr key={`${event.delivery_id} ${event.kind} ${event.effective_at}`}>
                <th scope="row">
                  {words.event(event.kind)}
                  {times > 1 ? (
                    <span className="soft under">
                      <Trans>{times} livraisons</Trans>
                    </span>
                  ) : null}
                </th>
                <Cell label={heads.happened}>{format.instant(event.effective_at)}</Cell>
                <Cell label={heads.received}>
                  {format.instant(event.received_at)}
                  {late === null ? null : (
                    <span className="late under">
                      <Trans>en retard de {format.duration(late)}</Trans>
                    </span>
                  )}
                </Cell>
                <Cell label={heads.recorded}>
                  {format.instant(event.recorded_at)}
                  {event.origin === 'replay' ? (
                    <span className="soft small under">
                      <Trans>relecture</Trans>
                    </span>
                  ) : event.origin === 'import' ? (
                    <span className="soft small under">
                      <Trans>export de tickets</Trans>
                    </span>
                  ) : null}
                </Cell>
                <Cell label={heads.delivery}>
                  <code>{event.delivery_id}</code>
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
