import { addDays } from '../format/dates'
import { firstDay, lastDay, shiftMonth } from '../format/periods'

interface Dated {
  written_at: string
  started_on: string | null
  done_on: string | null
}

interface Span {
  from: string
  to: string
}

/** Days after the end before its effect is read: fewer are a mood. */
export const SOONEST = 7
const LONGEST = 92

/** As many days before an action began as there are after its end, until the day agreed on or yesterday; null while those are too few. */
export function daysBeside({ written_at: written, started_on: started, done_on: done }: Dated, by: string, today: string): { before: Span; after: Span } | null {
  if (!done) return null
  const from = addDays(done, 1)
  const soonest = addDays(done, SOONEST)
  const yesterday = addDays(today, -1)
  if (yesterday < soonest) return null
  const wanted = by < soonest || by > yesterday ? yesterday : by
  const to = wanted > addDays(from, LONGEST - 1) ? addDays(from, LONGEST - 1) : wanted
  const last = addDays((started ?? written).slice(0, 10), -1)
  return { before: { from: addDays(last, daysBetween(to, from)), to: last }, after: { from, to } }
}

const daysBetween = (first: string, last: string) => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000)

/** What the curve shows: from two months before the action began until today, by months when that is long. */
export function curveOf({ written_at: written, started_on: started }: Dated, today: string): { from: string; to: string; grain: 'day' | 'month'; window: number } {
  const begun = (started ?? written).slice(0, 10)
  const from = firstDay(shiftMonth(begun.slice(0, 7), -2))
  const long = addDays(from, 300) < today
  return long ? { from, to: lastDay(today.slice(0, 7)) < today ? lastDay(today.slice(0, 7)) : today, grain: 'month', window: 1 } : { from, to: today, grain: 'day', window: 7 }
}
