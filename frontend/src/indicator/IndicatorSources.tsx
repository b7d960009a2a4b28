import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../format/use-format'
import { freshnessQuery } from '../indicators/queries'
import { Answer } from '../ui/Answer'
import { ScrollRegion } from '../ui/ScrollRegion'

/** Where the tickets come from, and how fresh and whole what came is. */
export function IndicatorSources({ contractId }: { contractId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const sources = useQuery(freshnessQuery(contractId))
  return (
    <>
      <h2 className="ruled">
        <Trans>Les sources</Trans>
      </h2>
      <Answer query={sources} height={120}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Les sources`}>
              <table className="ledger">
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
                      <Trans>Complétude</Trans>
                    </th>
                    <th scope="col" className="number">
                      <Trans>En quarantaine</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((source) => (
                    <tr key={source.source_id}>
                      <th scope="row">
                        <Link to="/contrats/$contractId/sources" params={{ contractId }} search={{ source: source.source_id }}>
                          {source.name}
                        </Link>
                      </th>
                      <td>{source.last_received_at ? format.instant(source.last_received_at) : '–'}</td>
                      <td>{source.last_event_at ? format.instant(source.last_event_at) : '–'}</td>
                      <td className="number">{format.amount(source.completeness, 'ratio', 2)}</td>
                      <td className="number">{format.integer(source.quarantined)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Aucune source n’est reliée à ce contrat.</Trans>
            </p>
          )
        }
      </Answer>
    </>
  )
}
