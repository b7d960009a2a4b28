import { dayIn } from '../format/dates'

/** In the order in which they come, the ones of one local day together. */
export function byDay<One extends { told_at: string }>(zone: string, all: readonly One[]): [day: string, its: One[]][] {
  const days: [string, One[]][] = []
  for (const one of all) {
    const day = dayIn(zone, new Date(one.told_at))
    const last = days.at(-1)
    if (last?.[0] === day) last[1].push(one)
    else days.push([day, [one]])
  }
  return days
}
