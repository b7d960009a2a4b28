import { Trans } from '@lingui/react/macro'
import type { Delivery } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell } from '../ui/Cell'
import { Mark } from '../ui/Verdict'
import { useSourceWords } from './words'

const TONES: Record<string, 'met' | 'near' | 'missed' | 'none'> = {
  accepted: 'met',
  duplicate: 'none',
  malformed: 'near',
  rejected_signature: 'missed',
  rejected_stale: 'missed',
  unverified: 'near',
}

export interface DeliveryHeads {
  received: string
  fate: string
  content: string
  ticket: string
  events: string
}

/** A delivery's fate, as a mark and a word, and what it brought. */
export function DeliveryRow({ delivery, heads }: { delivery: Delivery; heads: DeliveryHeads }) {
  const format = useFormat()
  const words = useSourceWords()
  const tone = TONES[delivery.verdict] ?? 'none'
  return (
    <tr>
      <th scope="row">
        {format.instant(delivery.received_at)}
        {delivery.origin === 'live' ? null : <span className="soft small under">{words.origin(delivery.origin)}</span>}
      </th>
      <Cell label={heads.fate}>
        <span className={`pill tone-${tone}`}>
          <Mark tone={tone} />
          {words.fate(delivery.verdict)}
        </span>
        {delivery.reason ? <span className="soft small under">{words.reason(delivery.reason)}</span> : null}
        {delivery.verified_verdict && delivery.verified_at ? (
          <span className="soft small under">
            {delivery.verified_verdict === 'expired' ? (
              <Trans>Le secret n’est pas venu en 30 jours : contenu effacé le {format.instant(delivery.verified_at)}.</Trans>
            ) : (
              <Trans>
                vérifiée le {format.instant(delivery.verified_at)} : {words.fate(delivery.verified_verdict)}
              </Trans>
            )}
          </span>
        ) : null}
        {delivery.conflict ? (
          <span className="small under late">
            <Trans>Même clé, autre contenu : gardée, sans effet.</Trans>
          </span>
        ) : null}
        {delivery.skewed ? (
          <span className="soft small under">
            <Trans>Horloge de l’outil en avance : l’heure de réception fait foi.</Trans>
          </span>
        ) : null}
      </Cell>
      <Cell label={heads.content}>{delivery.event_type ? <code>{delivery.event_type}</code> : '–'}</Cell>
      <Cell label={heads.ticket}>{delivery.ticket_id ?? '–'}</Cell>
      <Cell label={heads.events} number>
        {format.integer(delivery.events)}
      </Cell>
    </tr>
  )
}
