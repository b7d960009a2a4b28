import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Commitment } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { By } from './By'
import { Checks } from './Checks'
import { settled } from './FourQuestions'

interface CommitmentTableProps {
  items: readonly Commitment[]
  renderActs?: ((one: Commitment) => ReactNode) | null
  /** Whether the four questions may be answered here. */
  mayAnswer?: boolean
}

/** What is promised, one line each, with the answers to the four questions. */
export function CommitmentTable({ items, renderActs = null, mayAnswer = false }: CommitmentTableProps) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const heads = { name: t`Engagement`, target: t`Cible`, tolerance: t`Tolérance`, clause: t`Clause`, by: t`Écrit par` }
  const labels = renderActs ? [...Object.values(heads), t`Actes`] : Object.values(heads)
  return (
    <ScrollRegion label={t`Engagements`}>
      <table className="ledger cards">
        <Heads labels={labels} numbers={[heads.target, heads.tolerance]} />
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {names.figure({ indicator: one.indicator, variant: one.variant })}
                {one.class === 'observed' ? <span className="soft small under">{t`suivi, sans conséquence`}</span> : null}
              </th>
              <Cell label={heads.target} number>
                {one.direction === 'higher' ? '≥' : '≤'} {format.amount(one.target, one.unit)}
              </Cell>
              <Cell label={heads.tolerance} number>
                {Number(one.tolerance) ? format.amount(one.tolerance, one.unit) : '–'}
              </Cell>
              <Cell label={heads.clause}>
                {one.clause}
                <Checks commitment={one} mayAnswer={mayAnswer && !settled(one)} />
              </Cell>
              <Cell label={heads.by}>
                <By version={one} />
              </Cell>
              {renderActs ? <Cell label={t`Actes`}>{renderActs(one)}</Cell> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
