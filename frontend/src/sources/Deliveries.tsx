import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contract, SourceFreshness } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { SegmentLink } from '../ui/SegmentLink'
import { DeliveryRow, type DeliveryHeads } from './DeliveryRow'
import { DeliveryFilters } from './DeliveryFilters'
import { isFiltered, wantedOf, type Filters } from './filters'
import { deliveriesQuery, VERDICTS } from './queries'
import { useDeliveriesTable } from './use-deliveries-table'
import { useSourceWords } from './words'

interface DeliveriesProps {
  source: SourceFreshness
  filters: Filters
  contract: Contract
}

/** What a source sent, newest first, each with its fate and why. */
export function Deliveries({ source, filters, contract }: DeliveriesProps) {
  const { t } = useLingui()
  const words = useSourceWords()
  const pages = useInfiniteQuery(deliveriesQuery(source.source_id, wantedOf(filters, contract.zone)))
  const table = useDeliveriesTable(source, filters, contract)
  const shown = pages.data?.pages.reduce((sum, page) => sum + page.items.length, 0)
  const heads: DeliveryHeads = { received: t`Reçue`, fate: t`Sort`, content: t`Contenu`, ticket: t`Ticket`, events: t`Évènements` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Dernières livraisons</Trans>
        </h2>
        <span className="soft small">{source.name}</span>
        <div className="end">
          <nav className="segments no-print" aria-label={t`Filtrer les livraisons par sort`}>
            <SegmentLink search={{ sort: undefined }} current={!filters.sort}>
              <Trans>Toutes</Trans>
            </SegmentLink>
            {VERDICTS.map((one) => (
              <SegmentLink key={one} search={{ sort: one }} current={filters.sort === one}>
                {words.fate(one)}
              </SegmentLink>
            ))}
          </nav>
          <ExportMenu table={() => table(pages.data?.pages.flatMap((page) => page.items) ?? [])} />
        </div>
      </div>
      <DeliveryFilters filters={filters}>
        {shown === undefined ? null : shown ? (
          <>
            <Plural value={shown} one="Une livraison montrée," other="# livraisons montrées," />{' '}
            {pages.hasNextPage ? <Trans>la plus récente d’abord ; il y en a d’autres.</Trans> : <Trans>et il n’y en a pas d’autre.</Trans>}
          </>
        ) : isFiltered(filters) ? (
          <Trans>Aucune livraison ne répond à ces filtres.</Trans>
        ) : (
          <Trans>Rien n’est encore arrivé de cette source.</Trans>
        )}
      </DeliveryFilters>
      <Answer query={pages} height={420}>
        {(data) => {
          const deliveries = data.pages.flatMap((page) => page.items)
          if (!deliveries.length) return null
          return (
            <>
              <ScrollRegion label={t`Dernières livraisons`}>
                <table className="ledger cards">
                  <Heads labels={Object.values(heads)} numbers={[heads.events]} />
                  <tbody>
                    {deliveries.map((delivery) => (
                      <DeliveryRow key={delivery.receipt_id} delivery={delivery} heads={heads} />
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              {pages.hasNextPage ? (
                <button type="button" className="button-quiet more no-print" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {pages.isFetchingNextPage ? <Trans>Lecture…</Trans> : <Trans>Afficher plus de livraisons</Trans>}
                </button>
              ) : null}
            </>
          )
        }}
      </Answer>
    </section>
  )
}
