/** Which days are held side by side when the address names none. */
import { firstDay, lastDay, shiftMonth } from '../format/periods'
import type { Span } from './queries'

const MONTHS = 3

/** The last three months that are over. */
export const usualAfter = (last: string): Span => ({ from: firstDay(shiftMonth(last, 1 - MONTHS)), to: lastDay(last) })

/** The same days a year before: other months would compare seasons. */
export const yearBefore = ({ from, to }: Span): Span => ({ from: moved(from), to: moved(to) })

/** A year earlier; the end of February stays its end. */
function moved(day: string): string {
  const month = shiftMonth(day.slice(0, 7), -12)
  const last = lastDay(month)
  return day === lastDay(day.slice(0, 7)) || `${month}${day.slice(7)}` > last ? last : `${month}${day.slice(7)}`
}
