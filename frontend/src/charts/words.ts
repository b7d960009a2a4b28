import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '../format/use-format'
import { dateFormat, plain } from '../format/locale'
import { useNames } from '../indicators/names'
import { useSampleWords } from '../indicators/samples'
import type { Grain, Series, SeriesItem } from './types'

/** What the charts say, in the reader's language. */
export function useChartWords() {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const sample = useSampleWords()

  const period = (text: string, grain: Grain, style: 'short' | 'long') => {
    if (grain === 'day') return format.day(text, style)
    const options = { month: style, year: style === 'long' ? ('numeric' as const) : ('2-digit' as const), timeZone: 'UTC' }
    return plain(dateFormat(format.language, options).format(new Date(`${text}-01T00:00:00Z`)))
  }
  /** « 15 octobre : 71,9 %, manqué, intervalle 66,5 % à 77,4 %, 257 réponses » */
  const point = (series: Series, item: SeriesItem, compared: { item: SeriesItem; label: string } | null) => {
    const day = period(item.period, series.grain, 'long')
    const parts = [item.value === null ? t`sans valeur` : format.amountBeside(item.value, series.unit, item.target)]
    if (item.value !== null && (item.verdict === 'missed' || item.verdict.startsWith('met'))) {
      parts.push(names.verdict(item.verdict).toLocaleLowerCase())
    }
    if (item.interval) {
      const low = format.amount(item.interval.low, series.unit)
      const high = format.amount(item.interval.high, series.unit)
      parts.push(t`intervalle ${low} à ${high}`)
    }
    if (item.denominator !== null) parts.push(sample({ indicator: series.indicator, sample_size: item.denominator }))
    if (item.provisional && item.value !== null) parts.push(t`provisoire`)
    if (compared) {
      const other = format.amount(compared.item.value, series.unit)
      const label = compared.label
      parts.push(t`${label} : ${other}`)
    }
    const said = parts.join(', ')
    return t`${day} : ${said}`
  }

  /** The whole curve in one sentence, for those who do not see it. */
  const summary = (series: Series, name: string) => {
    const known = series.items.filter((item) => item.value !== null)
    const missed = known.filter((item) => item.verdict === 'missed').length
    const from = period(series.items[0]?.period ?? series.from, series.grain, 'long')
    const to = period(series.items.at(-1)?.period ?? series.to, series.grain, 'long')
    if (!known.length) return t`${name}, du ${from} au ${to} : aucune valeur.`
    const values = known.map((item) => Number(item.value))
    const low = format.amount(Math.min(...values), series.unit)
    const high = format.amount(Math.max(...values), series.unit)
    const count = known.length
    return t`${name}, du ${from} au ${to} : entre ${low} et ${high}, ${plural(missed, { 0: 'aucun point manqué', one: '# point manqué', other: '# points manqués' })} sur ${count}.`
  }

  return {
    ...format,
    commitment: t`Engagement`,
    period,
    point,
    summary,
    verdict: names.verdict,
    indicator: names.indicator,
  }
}
