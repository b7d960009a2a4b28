import { Trans } from '@lingui/react/macro'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { LineAgainstCommitmentProps } from './types'
import { useChartWords } from './words'

/** The same days as a table, in the place of the picture. */
export function ChartTable({
  name,
  series,
  compared,
  height,
}: Pick<LineAgainstCommitmentProps, 'name' | 'series' | 'compared'> & { height: number }) {
  const words = useChartWords()
  const sampled = series.items.some((item) => item.interval)
  return (
    <ScrollRegion className="chart-table" label={name} height={height}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{series.grain === 'day' ? <Trans>Jour</Trans> : <Trans>Mois</Trans>}</th>
            <th scope="col" className="number">
              <Trans>Mesure</Trans>
            </th>
            {sampled ? (
              <th scope="col" className="number">
                <Trans>Intervalle</Trans>
              </th>
            ) : null}
            <th scope="col" className="number">
              <Trans>Cible</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>Échantillon</Trans>
            </th>
            <th scope="col">
              <Trans>Verdict</Trans>
            </th>
            {compared ? (
              <th scope="col" className="number">
                {compared.label}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {series.items.map((item, index) => (
            <tr key={item.period}>
              <th scope="row">{words.period(item.period, series.grain, 'long')}</th>
              <td className="number">{words.amountBeside(item.value, series.unit, item.target)}</td>
              {sampled ? (
                <td className="number">
                  {item.interval
                    ? `${words.amount(item.interval.low, series.unit)} – ${words.amount(item.interval.high, series.unit)}`
                    : '–'}
                </td>
              ) : null}
              <td className="number">{words.amount(item.target, series.unit)}</td>
              <td className="number">{item.denominator === null ? '–' : words.integer(item.denominator)}</td>
              <td>{words.verdict(item.verdict)}</td>
              {compared ? (
                <td className="number">{words.amount(compared.series.items[index]?.value ?? null, series.unit)}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
