/** A span of receptions as the address writes it: days, or hours on the clocks of the contract's zone. Pure. */
import { addDays, instantIn, midnightIn } from '../format/dates'

export interface Span {
  /** `YYYY-MM-DD`, from its first instant on, or `YYYY-MM-DDTHH:MM`. */
  du?: string | undefined
  /** A day, to its last instant, or an hour, which is no longer in it. */
  au?: string | undefined
}

/** What the service asks: the first instant that is in, and the first that is out again. */
export interface Bounds {
  from?: string
  until?: string
}

export const dayOf = (moment = '') => moment.slice(0, 10)
export const hourOf = (moment = '') => moment.slice(11)
export const momentOf = (day: string, hour: string) => (day && hour ? `${day}T${hour}` : day)

export function boundsOf({ du, au }: Span, zone: string): Bounds {
  const bounds: Bounds = {}
  if (du) bounds.from = instantIn(zone, dayOf(du), hourOf(du) || '00:00')
  if (au) bounds.until = hourOf(au) ? instantIn(zone, dayOf(au), hourOf(au)) : midnightIn(zone, addDays(au, 1))
  return bounds
}

/** Whether its end comes before anything could be in it. */
export const isUpsideDown = ({ from, until }: Bounds) => from !== undefined && until !== undefined && Date.parse(from) >= Date.parse(until)
