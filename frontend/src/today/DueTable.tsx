import { Trans, useLingui } from '@lingui/react/macro'
import type { Board } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'

interface DueTableProps {
  due: Board['due']
  shown: number
  /** Null when no more can be shown. */
  more: (() => void) | null
}

/** The tickets whose promise breaks next, soonest first. */
export function DueTable({ due, shown, more }: DueTableProps) {
  const { t } = useLingui()
  const format = useFormat()
  const heads = { at: t`Échoit à`, ticket: t`Ticket`, promise: t`Délai promis`, priority: t`Priorité` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Prochaines échéances</Trans>
        </h2>
      </div>
      {due.items.length ? (
        <ScrollRegion label={t`Prochaines échéances`}>
          <table className="ledger cards">
            <Heads labels={Object.values(heads)} />
            <tbody>
              {due.items.map((one) => (
                <tr key={`${one.source_id} ${one.ticket_id} ${one.promise}`}>
                  <th scope="row">{format.clock(one.at)}</th>
                  <Cell label={heads.ticket}>{one.ticket_id}</Cell>
                  <Cell label={heads.promise}>{one.promise === 'first_response' ? <Trans>Première réponse</Trans> : <Trans>Résolution</Trans>}</Cell>
                  <Cell label={heads.priority}>{one.priority ?? '–'}</Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <p className="soft">
          <Trans>Aucun délai d’un ticket ouvert n’échoit d’ici minuit.</Trans>
        </p>
      )}
      {due.next_cursor && more && due.items.length >= shown ? (
        <div className="today-more no-print">
          <button type="button" className="button-quiet" onClick={more}>
            <Trans>Voir la suite</Trans>
          </button>
        </div>
      ) : null}
    </section>
  )
}
