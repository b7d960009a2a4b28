import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Figure } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { ticketsQuery, type Counted } from './queries'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { SegmentLink } from '../ui/SegmentLink'
import { TicketRow, type TicketHeads } from './TicketRow'
import { useTicketsTable } from './use-tickets-table'

interface TicketsProps {
  figure: Figure
  counted: Counted | null
  name: string
  period: string
}

/** The tickets behind the figure, each down to its events. */
export function Tickets({ figure, counted, name, period }: TicketsProps) {
  const { t } = useLingui()
  const pages = useInfiniteQuery(ticketsQuery(figure.figure_id, counted))
  const table = useTicketsTable(figure, counted, name, period)
  const share = figure.unit === 'ratio'
  const filters: { value: Counted | undefined; label: string }[] = [
    { value: undefined, label: t`Tous` },
    ...(share
      ? [
          { value: 'not_numerator' as const, label: t`Hors numérateur` },
          { value: 'numerator' as const, label: t`Au numérateur` },
        ]
      : []),
    { value: 'in', label: t`Comptés` },
    { value: 'out', label: t`Écartés` },
  ]
  const heads: TicketHeads = {
    ticket: t`Ticket`,
    counted: t`Compté`,
    reference: t`Évènement de référence`,
    ...(figure.unit === 's' ? { duration: t`Durée` } : {}),
    events: t`Évènements`,
  }
  return (
    <>
      <div className="panel-head">
        <h2>
          <Trans>Les tickets</Trans>
        </h2>
        <div className="end">
          <nav className="segments no-print" aria-label={t`Filtrer les tickets`}>
            {filters.map(({ value, label }) => (
              <SegmentLink key={label} search={{ comptes: value }}>
                {label}
              </SegmentLink>
            ))}
          </nav>
          <ExportMenu table={table} />
        </div>
      </div>
      <Answer query={pages} height={420}>
        {(data) => {
          const tickets = data.pages.flatMap((page) => page.items)
          if (!tickets.length) {
            return (
              <p className="empty">
                <Trans>Aucun ticket ici pour cette période.</Trans>
              </p>
            )
          }
          return (
            <>
              <ScrollRegion label={t`Les tickets`}>
                <table className="ledger tickets cards">
                  <Heads labels={Object.values(heads)} numbers={[heads.duration ?? '', heads.events]} />
                  <tbody>
                    {tickets.map((ticket) => (
                      <TicketRow key={`${ticket.source_id} ${ticket.ticket_id}`} ticket={ticket} unit={figure.unit} heads={heads} />
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              {pages.hasNextPage ? (
                <button type="button" className="button-quiet more no-print" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {pages.isFetchingNextPage ? <Trans>Lecture…</Trans> : <Trans>Afficher plus de tickets</Trans>}
                </button>
              ) : null}
            </>
          )
        }}
      </Answer>
    </>
  )
}
