import './scope.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { outOfScopeQuery } from './queries'
import { scopeReason } from './words'

/** What the scope leaves out: how many by reason, and which tickets. */
export function OutOfScope({ contractId, sourceId }: { contractId: string; sourceId: string }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const [reason, setReason] = useState<string | null>(null)
  const found = useQuery(outOfScopeQuery(contractId, sourceId, reason ? { reason } : {}))
  const heads = { ticket: t`Ticket`, created: t`Créé`, why: t`Pourquoi`, described: t`Ce que l’outil en disait` }
  return (
    <Answer query={found} height={60}>
      {({ counts, items, next_cursor: more }) => {
        const all = counts.reduce((sum, one) => sum + one.tickets, 0)
        if (!all) return null
        return (
          <section className="panel">
            <div className="panel-head">
              <h2>
                <Trans>Hors périmètre</Trans>
              </h2>
              <span className="soft small">
                <Plural value={all} one="# ticket ne compte dans aucun indicateur." other="# tickets ne comptent dans aucun indicateur." />
              </span>
            </div>
            <ul className="plain scope-reasons" aria-label={t`Hors périmètre, par raison`}>
              {counts.map((one) => (
                <li key={one.reason}>
                  <button type="button" className="link-button" aria-pressed={reason === one.reason} onClick={() => setReason(reason === one.reason ? null : one.reason)}>
                    {scopeReason(i18n, one.reason) ?? one.reason}
                  </button>{' '}
                  <strong className="number">{format.integer(one.tickets)}</strong>
                </li>
              ))}
            </ul>
            <details>
              <summary>
                <Trans>Voir ces tickets</Trans>
              </summary>
              <ScrollRegion label={t`Tickets hors périmètre`}>
                <table className="ledger cards">
                  <Heads labels={Object.values(heads)} />
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.ticket_id}>
                        <th scope="row">{one.ticket_id}</th>
                        <Cell label={heads.created}>{format.instant(one.created_at)}</Cell>
                        <Cell label={heads.why}>{scopeReason(i18n, one.reason) ?? one.reason}</Cell>
                        <Cell label={heads.described}>
                          {[one.brand, one.form, one.group, one.channel, ...one.tags].filter(Boolean).map((value) => (
                            <code key={value}>{value} </code>
                          ))}
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              {more ? (
                <p className="soft small">
                  <Trans>Les {items.length} premiers, par numéro ; l’API donne les autres.</Trans>
                </p>
              ) : null}
            </details>
          </section>
        )
      }}
    </Answer>
  )
}
