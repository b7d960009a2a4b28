/** The instants between which a month lies in a zone. */
import { wallClock } from '../exports/table'
import { firstDay, nextMonth } from '../format/periods'

/** The first instant of a local day. */
function midnight(day: string, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`)
  let at = wanted
  // Twice: the offset may differ between the guess and the answer.
  for (let turn = 0; turn < 2; turn++) at = wanted - (wallClock(new Date(at).toISOString(), zone).getTime() - at)
  return new Date(at).toISOString()
}

export const monthBounds = (period: string, zone: string) => ({
  from: midnight(firstDay(period), zone),
  to: midnight(firstDay(nextMonth(period)), zone),
})
