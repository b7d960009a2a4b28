import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../format/use-format'
import { freshnessQuery } from '../indicators/queries'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'

/** Where the tickets come from, and how fresh and whole what came is. */
export function IndicatorSources({ contractId }: { contractId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const sources = useQuery(freshnessQuery(contractId))
  const heads = {
    source: t`Source`,
    received: t`Dernière livraison`,
    event: t`Dernier évènement`,
    completeness: t`Complétude`,
    quarantined: t`En quarantaine`,
  }
  return (
    <>
      <h2 className="ruled">
        <Trans>Les sources</Trans>
      </h2>
      <Answer query={sources} height={120}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Les sources`}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} numbers={[heads.completeness, heads.quarantined]} />
                <tbody>
                  {items.map((source) => (
                    <tr key={source.source_id}>
                      <th scope="row">
                        <Link to="/contrats/$contractId/sources" params={{ contractId }} search={{ source: source.source_id }}>
                          {source.name}
                        </Link>
                      </th>
                      <Cell label={heads.received}>{source.last_received_at ? format.instant(source.last_received_at) : '–'}</Cell>
                      <Cell label={heads.event}>{source.last_event_at ? format.instant(source.last_event_at) : '–'}</Cell>
                      <Cell label={heads.completeness} number>
                        {format.amount(source.completeness, 'ratio', 2)}
                      </Cell>
                      <Cell label={heads.quarantined} number>
                        {format.integer(source.quarantined)}
                      </Cell>
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
