import { Trans, useLingui } from '@lingui/react/macro'
import type { TriedTicket } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { scopeReason } from '../scope/words'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'

const OUT_OF_SCOPE = 'out_of_scope.'

/** What a ticket would be, and what would move in which indicator of which day. */
export function TicketResult({ ticket }: { ticket: TriedTicket }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const names = useNames()
  const heads = { indicator: t`Indicateur`, day: t`Jour`, denominator: t`Tickets comptés`, numerator: t`Dont au numérateur`, time: t`Durée` }
  const signed = (value: number) => (value > 0 ? `+${format.integer(value)}` : format.integer(value))
  const name = (code: string) => (code.startsWith(OUT_OF_SCOPE) ? t`Hors périmètre` : names.indicator(code))
  return (
    <>
      <h3>
        <Trans>Ticket {ticket.ticket_id}</Trans>
      </h3>
      <p>
        {ticket.known ? <Trans>Ce ticket est déjà connu : l’exemple s’y ajouterait.</Trans> : <Trans>Ce ticket n’est pas encore connu.</Trans>}{' '}
        {ticket.in_scope === null ? (
          <Trans>Sa création n’a pas été transmise : il serait orphelin.</Trans>
        ) : ticket.in_scope ? (
          <Trans>Il relève du périmètre du contrat.</Trans>
        ) : (
          <Trans>Hors périmètre : {scopeReason(i18n, ticket.out_of_scope ?? '') ?? ticket.out_of_scope}.</Trans>
        )}
      </p>
      {ticket.counts.length ? (
        <ScrollRegion label={t`Ce qui changerait dans les indicateurs`}>
          <table className="ledger cards">
            <Heads labels={Object.values(heads)} numbers={Object.values(heads).slice(2)} />
            <tbody>
              {ticket.counts.map((one) => (
                <tr key={`${one.indicator} ${one.day}`}>
                  <th scope="row">{name(one.indicator)}</th>
                  <Cell label={heads.day}>{format.day(one.day)}</Cell>
                  <Cell label={heads.denominator} number>
                    {signed(one.denominator)}
                  </Cell>
                  <Cell label={heads.numerator} number>
                    {signed(one.numerator)}
                  </Cell>
                  <Cell label={heads.time} number>
                    {one.total_s ? format.duration(one.total_s) : '–'}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <p className="soft">
          <Trans>Aucun indicateur ne changerait.</Trans>
        </p>
      )}
    </>
  )
}
