import { Trans, useLingui } from '@lingui/react/macro'
import type { Objective } from '../api/types'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { Change } from './changes'
import { useDifference } from './difference'

/** What holds now beside what would hold, for the parts that an amendment changes. */
export function BeforeAfter({ change, objectives, place }: { change: Change; objectives: readonly Objective[]; place: number }) {
  const { t } = useLingui()
  const rows = useDifference()(change, objectives)
  const heads = { part: t`Ce qui change`, before: t`Avant`, after: t`Après` }
  if (!rows.length)
    return (
      <p className="soft">
        <Trans>Rien ne diffère de ce qui est en vigueur à cette date.</Trans>
      </p>
    )
  return (
    <ScrollRegion label={t`Avenant ${place}, avant et après`}>
      <table className="ledger cards before-after">
        <Heads labels={Object.values(heads)} />
        <tbody>
          {rows.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <Cell label={heads.before}>{before}</Cell>
              <Cell label={heads.after}>
                <strong>{after}</strong>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
