import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { SourceFreshness } from '../api/types'
import { useFormat } from '../format/use-format'
import { ScrollRegion } from '../ui/ScrollRegion'
import { useSourceWords } from './words'

interface HealthProps {
  items: readonly SourceFreshness[]
  chosen: string
  selectable: boolean
}

/** One line a source: does it live, is what it sends whole, is anything refused. */
export function Health({ items, chosen, selectable }: HealthProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  return (
    <ScrollRegion label={t`État des sources`}>
      <table className="ledger sources-table">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Source</Trans>
            </th>
            <th scope="col">
              <Trans>Dernière livraison</Trans>
            </th>
            <th scope="col">
              <Trans>Dernier évènement</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Acceptées</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Refusées</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>En quarantaine</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Tickets</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Orphelins</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Complétude</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((source) => {
            const { deliveries } = source
            const refused = deliveries.malformed + deliveries.rejected_signature + deliveries.rejected_stale
            return (
              <tr key={source.source_id} data-current={(selectable && source.source_id === chosen) || undefined}>
                <th scope="row">
                  {selectable ? (
                    <Link
                      to="."
                      search={(kept: object) => ({ ...kept, source: source.source_id, sort: undefined }) as never}
                      aria-current={source.source_id === chosen ? 'true' : undefined}
                      replace
                      resetScroll={false}
                    >
                      {source.name}
                    </Link>
                  ) : (
                    source.name
                  )}
                  <span className="soft small under">{words.system(source.system)}</span>
                </th>
                <td>{source.last_received_at ? format.instant(source.last_received_at) : <Trans>jamais</Trans>}</td>
                <td>{source.last_event_at ? format.instant(source.last_event_at) : '–'}</td>
                <td className="number">
                  {format.integer(deliveries.accepted)}
                  {source.replayed ? (
                    <span className="soft small under">
                      <Trans>dont {format.integer(source.replayed)} relues</Trans>
                    </span>
                  ) : null}
                </td>
                <td className="number">
                  {format.integer(refused)}
                  {deliveries.conflicts ? (
                    <span className="soft small under">
                      <Trans>{format.integer(deliveries.conflicts)} en conflit</Trans>
                    </span>
                  ) : null}
                </td>
                <td className="number">{format.integer(source.quarantined)}</td>
                <td className="number">{format.integer(source.tickets)}</td>
                <td className="number">{format.integer(source.orphans)}</td>
                <td className="number">{format.amount(source.completeness, 'ratio', 2)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
