import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { Fault } from './queries'
import { useExportWords } from './words'

/** Rows that cannot be used, with their place and why; the others lose nothing by them. */
export function Faults({ faults, all, of }: { faults: readonly Fault[]; all: number; of: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useExportWords()
  const heads = { line: t`Ligne`, column: t`Colonne`, why: t`Raison` }
  if (!all) return null
  return (
    <details className="import-faults">
      <summary>
        <Plural value={all} one="Une ligne écartée" other="# lignes écartées" />
      </summary>
      <ScrollRegion label={t`Lignes écartées : ${of}`} height={420}>
        <table className="ledger cards">
          <Heads labels={Object.values(heads)} />
          <tbody>
            {faults.map((one) => (
              <tr key={one.line}>
                <th scope="row">{t`Ligne ${format.integer(one.line)}`}</th>
                <Cell label={heads.column}>{words.field(one.field)}</Cell>
                <Cell label={heads.why}>{words.fault(one.fault)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {all > faults.length ? (
        <p className="soft small">
          <Trans>Les {faults.length} premières sont montrées.</Trans>
        </p>
      ) : null}
    </details>
  )
}
