import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Baseline } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { Cell } from '../ui/Cell'
import { percentOf, valueOf, type Side } from './amounts'
import { Counted } from './Counted'
import { comparedQuery, type Span } from './queries'
import { useBeforeAfterWords } from './words'

export interface Heads {
  indicator: string
  before: string
  after: string
  points: string
  percent: string
  reading: string
}

interface RowProps {
  contractId: string
  baseline: Baseline
  after: Span
  heads: Heads
  current: boolean
}

/** One line of the table: an agreed baseline beside the days after. */
export function Row({ contractId, baseline, after, heads, current }: RowProps) {
  const format = useFormat()
  const names = useNames()
  const words = useBeforeAfterWords()
  const { data, isPending } = useQuery(comparedQuery(contractId, baseline.id, after))
  const search = { kpi: baseline.indicator, variante: baseline.variant ?? undefined }
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <th scope="row">
        <Link to="." search={(kept: object) => ({ ...kept, ...search, avant_du: undefined, avant_au: undefined }) as never} hash="lecture">
          {names.figure(baseline)}
        </Link>
      </th>
      {data ? (
        <>
          <SideCell label={heads.before} side={data.before} unit={data.unit} indicator={data.indicator} origin />
          <SideCell label={heads.after} side={data.after} unit={data.unit} indicator={data.indicator} />
          <Cell label={heads.points} number>
            {data.difference ? format.difference(Number(data.difference.value), data.unit) : '–'}
            {data.difference ? (
              <small>
                <Trans>
                  {format.difference(Number(data.difference.low), data.unit)} à {format.difference(Number(data.difference.high), data.unit)}
                </Trans>
              </small>
            ) : null}
          </Cell>
          <Cell label={heads.percent} number>
            {data.relative_percent === null ? '–' : percentOf(format, data.relative_percent)}
          </Cell>
          <Cell label={heads.reading}>
            <strong>{words.reading(data.reading)}</strong>
          </Cell>
        </>
      ) : (
        <td colSpan={5} className="soft" aria-busy={isPending}>
          {isPending ? '…' : <Trans>N’a pas pu être lu pour ces jours.</Trans>}
        </td>
      )}
    </tr>
  )
}

interface SideCellProps {
  label: string
  side: Side
  unit: Parameters<typeof valueOf>[2]
  indicator: string
  origin?: boolean
}

function SideCell({ label, side, unit, indicator, origin = false }: SideCellProps) {
  const format = useFormat()
  const words = useBeforeAfterWords()
  return (
    <Cell label={label} number>
      {valueOf(format, side, unit)}
      <small>
        <Counted side={side} indicator={indicator} />
        {origin ? `, ${words.origin(side.origin)}` : null}
      </small>
      {side.interval ? (
        <small>
          <Trans>
            {format.amount(side.interval.low, unit)} à {format.amount(side.interval.high, unit)}
          </Trans>
        </small>
      ) : null}
    </Cell>
  )
}
