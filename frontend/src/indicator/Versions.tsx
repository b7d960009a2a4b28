import { Trans, useLingui } from '@lingui/react/macro'
import type { Explanation, Unit } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { VerdictPill } from '../ui/Verdict'

/** Each value that was published: only these can be quoted later. */
export function Versions({ versions, unit }: { versions: Explanation['versions']; unit: Unit }) {
  const { t } = useLingui()
  const format = useFormat()
  const heads = { version: t`Version`, published: t`Publiée le`, value: t`Valeur`, verdict: t`Verdict` }
  return (
    <div>
      <h3>
        <Trans>Valeurs publiées</Trans>
      </h3>
      {versions.length ? (
        <table className="ledger versions cards">
          <Heads labels={Object.values(heads)} numbers={[heads.value]} />
          <tbody>
            {versions.map((one) => (
              <tr key={one.version}>
                <th scope="row">{one.version}</th>
                <Cell label={heads.published}>{format.instant(one.published_at, true)}</Cell>
                <Cell label={heads.value} number>
                  {format.amount(one.value, unit)}
                </Cell>
                <Cell label={heads.verdict}>
                  <VerdictPill verdict={one.verdict} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft">
          <Trans>Aucune encore : la valeur est publiée chaque jour à minuit si elle a changé. Celle du dessus est en direct.</Trans>
        </p>
      )}
    </div>
  )
}
