import { useLingui } from '@lingui/react/macro'
import type { ExplainedTicket, Figure } from '../api/types'
import { count, figure as figureCell, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import { ticketsPage, type Counted } from './queries'
import { useWords } from '../indicators/words'

const AT_ONCE = 1000

/** Every ticket of the filter, also those the page has not shown yet. */
async function everyTicket(figureId: string, counted: Counted | null): Promise<ExplainedTicket[]> {
  const found: ExplainedTicket[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof ticketsPage>> = await ticketsPage(figureId, counted, cursor, AT_ONCE)
    found.push(...page.items)
    cursor = page.next_cursor
  } while (cursor)
  return found
}

const countOf = ({ sessions }: ExplainedTicket, is: (one: NonNullable<ExplainedTicket['sessions']>[number]) => boolean) => count(sessions ? sessions.filter(is).length : null)

export function useTicketsTable(figure: Figure, counted: Counted | null, name: string, period: string) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useWords()
  return async (): Promise<ExportTable> => {
    const tickets = await everyTicket(figure.figure_id, counted)
    // Of tickets that are several contacts: how many of them count, and how.
    const several = tickets.some((ticket) => ticket.sessions)
    const yesNo = (value: boolean | null) => (value === null ? null : value ? t`oui` : t`non`)
    const filters = { in: t`comptés`, out: t`écartés`, numerator: t`au numérateur`, not_numerator: t`hors numérateur` }
    return {
      title: t`Tickets`,
      fileName: `${name}-${period}-tickets`,
      zone: format.zone,
      headers: [t`Source`, t`Ticket`, t`Compté`, t`Raison`, t`Au numérateur`, t`Encore dans son délai`, t`Évènement de référence`, t`Durée`, t`Évènements`, ...(several ? [t`Conversations`, t`Conversations comptées`, t`Conversations au numérateur`] : [])],
      rows: tickets.map((ticket) => [
        text(ticket.source_id),
        text(ticket.ticket_id),
        text(yesNo(ticket.counted === 'in')),
        text(ticket.reason ? words.reason(ticket.reason) : null),
        text(yesNo(ticket.in_numerator)),
        text(yesNo(ticket.pending)),
        instant(ticket.reference_at),
        figureCell(ticket.value_s, 's'),
        count(ticket.events.length),
        ...(several ? [countOf(ticket, () => true), countOf(ticket, (one) => one.counted === 'in'), countOf(ticket, (one) => one.in_numerator === true)] : []),
      ]),
      definitions: [
        { name: t`Compté`, definition: t`Le ticket entre dans le dénominateur de l’indicateur.`, unit: '' },
        { name: t`Au numérateur`, definition: t`Le ticket satisfait la règle de l’indicateur.`, unit: '' },
        { name: t`Raison`, definition: t`Pourquoi le ticket n’est pas compté.`, unit: '' },
        { name: t`Évènement de référence`, definition: t`L’instant qui range le ticket dans une période.`, unit: t`date et heure` },
        { name: t`Durée`, definition: t`La durée mesurée, quand l’indicateur en mesure une.`, unit: t`secondes` },
        ...(several ? [{ name: t`Conversations`, definition: t`Contacts d’un même ticket commencés dans la période ; chacun compte pour lui-même.`, unit: '' }] : []),
      ],
      facts: [
        [t`Indicateur`, name],
        [t`Période`, format.month(period)],
        [t`État`, words.state(figure.state)],
        [t`Valeur`, format.amount(figure.value, figure.unit)],
        [t`Filtre`, counted ? filters[counted] : t`tous les tickets`],
        [t`Données au`, figure.data_as_of ? format.instant(figure.data_as_of, true) : '–'],
      ],
    }
  }
}
