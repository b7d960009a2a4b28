import { addDays } from '../format/dates'
import { firstDay, lastDay, previousMonth, shiftMonth } from '../format/periods'

interface Dated {
  written_at: string
  started_on: string | null
  done_on: string | null
}

/** The months beside an action: the last whole one before it began; once it was done, the one in which the effect is to be read, or else the last whole one. */
export function monthsBeside({ written_at: written, started_on: started, done_on: done }: Dated, by: string, today: string): { before: string; after: string | null } {
  const begun = (started ?? written).slice(0, 7)
  const before = previousMonth(begun)
  const last = previousMonth(today.slice(0, 7))
  const wanted = by.slice(0, 7) < last ? by.slice(0, 7) : last
  // The month of the end still holds days before it.
  const after = !done || last <= done.slice(0, 7) ? null : wanted > done.slice(0, 7) ? wanted : last
  return { before, after }
}

/** What the curve shows: from two months before the action began until today, by months when that is long. */
export function curveOf({ written_at: written, started_on: started }: Dated, today: string): { from: string; to: string; grain: 'day' | 'month'; window: number } {
  const begun = (started ?? written).slice(0, 10)
  const from = firstDay(shiftMonth(begun.slice(0, 7), -2))
  const long = addDays(from, 300) < today
  return long ? { from, to: lastDay(today.slice(0, 7)) < today ? lastDay(today.slice(0, 7)) : today, grain: 'month', window: 1 } : { from, to: today, grain: 'day', window: 7 }
}
