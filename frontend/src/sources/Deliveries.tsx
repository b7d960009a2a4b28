import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contract, SourceFreshness } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { SegmentLink } from '../ui/SegmentLink'
import { DeliveryRow, type DeliveryHeads } from './DeliveryRow'
import { deliveriesQuery, VERDICTS, type Fate } from './queries'
import { useDeliveriesTable } from './use-deliveries-table'
import { useSourceWords } from './words'

interface DeliveriesProps {
  source: SourceFreshness
  fate: Fate | null
  contract: Contract
}

/** What a source sent, newest first, each with its fate and why. */
export function Deliveries({ source, fate, contract }: DeliveriesProps) {
  const { t } = useLingui()
  const words = useSourceWords()
  const pages = useInfiniteQuery(deliveriesQuery(source.source_id, fate))
  const table = useDeliveriesTable(source, fate, contract)
  const heads: DeliveryHeads = { received: t`Reçue`, fate: t`Sort`, content: t`Contenu`, ticket: t`Ticket`, events: t`Évènements` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Dernières livraisons</Trans>
        </h2>
        <span className="soft small">{source.name}</span>
        <div className="end">
          <nav className="segments no-print" aria-label={t`Filtrer les livraisons`}>
            <SegmentLink search={{ sort: undefined }}>
              <Trans>Toutes</Trans>
            </SegmentLink>
            {VERDICTS.map((one) => (
              <SegmentLink key={one} search={{ sort: one }}>
                {words.fate(one)}
              </SegmentLink>
            ))}
          </nav>
          <ExportMenu table={() => table(pages.data?.pages.flatMap((page) => page.items) ?? [])} />
        </div>
      </div>
      <Answer query={pages} height={420}>
        {(data) => {
          const deliveries = data.pages.flatMap((page) => page.items)
          if (!deliveries.length) {
            return (
              <p className="soft">
                {fate ? <Trans>Aucune livraison n’a eu ce sort.</Trans> : <Trans>Rien n’est encore arrivé de cette source.</Trans>}
              </p>
            )
          }
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
