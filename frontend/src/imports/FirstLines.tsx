import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { Foreseen } from './queries'
import { useImportWords } from './words'

/** The first lines as they are written, each column with what it is read as. */
export function FirstLines({ foreseen }: { foreseen: Foreseen }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useImportWords()
  return (
    <ScrollRegion label={t`Premières lignes du fichier`}>
      <table className="ledger first-lines">
        <caption className="soft small">
          <Trans>Premières lignes, telles qu’elles sont écrites</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Ligne</Trans>
            </th>
            {foreseen.header.map(({ position, name, column }) => (
              <th key={position} scope="col">
                <span lang="">{name}</span>
                <span className="under">{column ? words.column(column) : t`non lue`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {foreseen.shown.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{format.integer(line)}</th>
              {foreseen.header.map(({ position }) => (
                <td key={position} lang="">
                  {cells[position - 1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
