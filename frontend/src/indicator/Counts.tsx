import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Explanation } from '../api/types'
import { useFormat } from '../format/use-format'
import { lower } from '../indicators/target'
import type { Counted } from './queries'
import { useWords } from '../indicators/words'

interface Row {
  key: string
  label: ReactNode
  tickets: number
  /** Where the bar starts, in tickets. */
  start: number
  kind: 'all' | 'out' | 'more' | 'in' | 'numerator' | 'not'
  filter?: Counted
}

/** From every ticket read to those that count, one step a reason; each step opens its tickets. */
export function Counts({ explanation: { counts, figure, formula } }: { explanation: Explanation }) {
  const format = useFormat()
  const words = useWords()
  const out = counts.out.filter((one) => one.tickets > 0).toSorted((a, b) => b.tickets - a.tickets)
  const counted = counts.in.denominator
  // Where tickets are several contacts each, they count more often than they are.
  const tickets = counts.in.tickets ?? counted
  const total = tickets + out.reduce((sum, one) => sum + one.tickets, 0)
  const widest = Math.max(total, counted)
  const share = figure.unit === 'ratio'
  const rows: Row[] = [
    { key: 'all', label: <Trans>Tickets lus</Trans>, tickets: total, start: 0, kind: 'all' },
    ...out.map(({ reason, tickets }, index): Row => {
      const before = out.slice(0, index + 1).reduce((sum, one) => sum + one.tickets, 0)
      return { key: reason, label: words.reason(reason), tickets, start: total - before, kind: 'out', filter: 'out' }
    }),
    ...(counted > tickets
      ? [{ key: 'more', label: <Trans>Autres conversations de ces tickets</Trans>, tickets: counted - tickets, start: tickets, kind: 'more' as const }]
      : []),
    { key: 'in', label: <Trans>Comptés</Trans>, tickets: counted, start: 0, kind: 'in', filter: 'in' },
    ...(share
      ? [
          {
            key: 'numerator',
            label: <Trans>dont {lower(formula.numerator[format.language])}</Trans>,
            tickets: counts.in.numerator,
            start: 0,
            kind: 'numerator' as const,
            filter: 'numerator' as const,
          },
          {
            key: 'not',
            label: <Trans>dont les autres</Trans>,
            tickets: counted - counts.in.numerator,
            start: counts.in.numerator,
            kind: 'not' as const,
            filter: 'not_numerator' as const,
          },
        ]
      : []),
  ]
  return (
    <div>
      <h3>
        <Trans>Ce qui est compté, ce qui ne l’est pas</Trans>
      </h3>
      <table className="ledger waterfall">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">
              <Trans>Étape</Trans>
            </th>
            <th scope="col">
              <Trans>Tickets</Trans>
            </th>
            <th scope="col">
              <Trans>Part</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={`waterfall-${row.kind}`}>
              <th scope="row">
                {row.filter && row.tickets ? (
                  <Link to="." search={(kept: Record<string, unknown>) => ({ ...kept, comptes: row.filter })} hash="tickets" replace>
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              <td className="number">
                {row.kind === 'out' ? '−' : row.kind === 'more' ? '+' : ''}
                {format.integer(row.tickets)}
              </td>
              <td className="waterfall-bar" aria-hidden="true">
                <i style={{ marginLeft: `${percent(row.start, widest)}%`, width: `${percent(row.tickets, widest)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.in.pending > 0 ? (
        <p className="soft small">
          <Trans>{format.integer(counts.in.pending)} encore dans leur délai : ils sont comptés, et la valeur reste provisoire.</Trans>
        </p>
      ) : null}
    </div>
  )
}

const percent = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : 0)
