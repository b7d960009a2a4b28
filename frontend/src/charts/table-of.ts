import { count, day, figure, text, type ExportTable } from '../exports/table'
import type { Series } from './types'

/** Headers in the reader's language, in the order of the columns. */
export interface SeriesHeaders {
  period: string
  value: string
  numerator: string
  denominator: string
  low: string
  high: string
  target: string
  verdict: string
}

/** The days of a curve as they are copied: exact decimals, one row a day, also without a value. */
export function tableOf(
  series: Series,
  compared: { series: Series; label: string } | null,
  headers: SeriesHeaders,
  verdict: (item: Series['items'][number]) => string,
  zone: string,
): Pick<ExportTable, 'headers' | 'rows' | 'zone'> {
  const sampled = series.items.some((item) => item.interval)
  return {
    zone,
    headers: [
      headers.period,
      headers.value,
      headers.numerator,
      headers.denominator,
      ...(sampled ? [headers.low, headers.high] : []),
      headers.target,
      headers.verdict,
      ...(compared ? [compared.label] : []),
    ],
    rows: series.items.map((item, index) => [
      series.grain === 'day' ? day(item.period) : text(item.period),
      figure(item.value, series.unit),
      count(item.numerator),
      count(item.denominator),
      ...(sampled ? [figure(item.interval?.low ?? null, series.unit), figure(item.interval?.high ?? null, series.unit)] : []),
      figure(item.target, series.unit),
      text(verdict(item)),
      ...(compared ? [figure(compared.series.items[index]?.value ?? null, series.unit)] : []),
    ]),
  }
}
