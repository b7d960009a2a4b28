import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { SourceFreshness } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { SilenceNote } from '../health/SilenceNote'
import { ScrollRegion } from '../ui/ScrollRegion'
import { NO_FILTER } from './filters'
import { useSourceWords } from './words'

interface HealthProps {
  items: readonly SourceFreshness[]
  chosen: string
}

/** One line a source: does it live, is what it sends whole, is anything refused. */
export function Health({ items, chosen }: HealthProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const heads = {
    source: t`Source`,
    received: t`Dernière livraison`,
    event: t`Dernier évènement`,
    accepted: t`Acceptées`,
    refused: t`Refusées`,
    quarantined: t`En quarantaine`,
    tickets: t`Tickets`,
    orphans: t`Orphelins`,
    completeness: t`Complétude`,
  }
  return (
    <ScrollRegion label={t`État des sources`}>
      <table className="ledger sources-table cards">
        <Heads labels={Object.values(heads)} numbers={Object.values(heads).slice(3)} />
        <tbody>
          {items.map((source) => {
            const { deliveries } = source
            const refused = deliveries.malformed + deliveries.rejected_signature + deliveries.rejected_stale
            return (
              <tr key={source.source_id} data-current={source.source_id === chosen || undefined}>
                <th scope="row">
                  <Link
                    to="."
                    search={(kept: object) => ({ ...kept, ...NO_FILTER, source: source.source_id }) as never}
                    aria-current={source.source_id === chosen ? 'true' : undefined}
                    replace
                    resetScroll={false}
                  >
                    {source.name}
                  </Link>
                  <span className="soft small under">{words.system(source.system)}</span>
                </th>
                <Cell label={heads.received}>
                  {source.last_received_at ? format.instant(source.last_received_at) : <Trans>jamais</Trans>}
                  {source.silence.state === 'silent' || source.silence.state === 'learning' ? (
                    <span className={source.silence.state === 'silent' ? 'small under late' : 'soft small under'}>
                      <SilenceNote silence={source.silence} />
                    </span>
                  ) : null}
                  {source.replayed ? (
                    <span className="soft small under">
                      <Trans>{format.integer(source.replayed)} relues</Trans>
                    </span>
                  ) : null}
                </Cell>
                <Cell label={heads.event}>{source.last_event_at ? format.instant(source.last_event_at) : '–'}</Cell>
                <Cell label={heads.accepted} number>
                  {format.integer(deliveries.accepted)}
                </Cell>
                <Cell label={heads.refused} number>
                  {format.integer(refused)}
                  {deliveries.conflicts ? (
                    <span className="soft small under">
                      <Trans>{format.integer(deliveries.conflicts)} en conflit</Trans>
                    </span>
                  ) : null}
                </Cell>
                <Cell label={heads.quarantined} number>
                  {format.integer(source.quarantined)}
                </Cell>
                <Cell label={heads.tickets} number>
                  {format.integer(source.tickets)}
                </Cell>
                <Cell label={heads.orphans} number>
                  {format.integer(source.orphans)}
                </Cell>
                <Cell label={heads.completeness} number>
                  {format.amount(source.completeness, 'ratio', 2)}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
