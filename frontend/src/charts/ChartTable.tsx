import { Trans } from '@lingui/react/macro'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { LineAgainstCommitmentProps } from './types'
import { useChartWords } from './words'

/** The same days as a table, in the place of the picture. */
export function ChartTable({
  name,
  series,
  compared,
  limitWords,
  height,
}: Pick<LineAgainstCommitmentProps, 'name' | 'series' | 'compared' | 'limitWords'> & { height: number }) {
  const words = useChartWords()
  const sampled = series.items.some((item) => item.interval)
  const limits = limitWords && series.limits ? new Map(series.limits.items.map((one) => [one.period, one])) : null
  const held = (period: string) => {
    const one = limits?.get(period)
    if (!one) return '–'
    const span = `${words.amount(one.low, series.unit)} – ${words.amount(one.high, series.unit)}`
    return one.signal ? `${span}, ${limitWords?.signal(one.signal)}` : span
  }
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
            {limits ? <th scope="col">{limitWords?.column}</th> : null}
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
              {limits ? <td>{held(item.period)}</td> : null}
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
