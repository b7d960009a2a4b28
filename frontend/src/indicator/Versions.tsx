import { Trans } from '@lingui/react/macro'
import type { Explanation, Unit } from '../api/types'
import { useFormat } from '../format/use-format'
import { VerdictPill } from '../ui/Verdict'

/** Each value that was published: only these can be quoted later. */
export function Versions({ versions, unit }: { versions: Explanation['versions']; unit: Unit }) {
  const format = useFormat()
  return (
    <div>
      <h3>
        <Trans>Valeurs publiées</Trans>
      </h3>
      {versions.length ? (
        <table className="ledger versions">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Version</Trans>
              </th>
              <th scope="col">
                <Trans>Publiée le</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Valeur</Trans>
              </th>
              <th scope="col">
                <Trans>Verdict</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.version}>
                <th scope="row">{one.version}</th>
                <td>{format.instant(one.published_at, true)}</td>
                <td className="number">{format.amount(one.value, unit)}</td>
                <td>
                  <VerdictPill verdict={one.verdict} />
                </td>
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
