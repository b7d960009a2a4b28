/** Which count of the relay is shown where. Pure. */
import type { RelayCounts } from '../api/types'
import type { View } from './queries'

export type Counted = RelayCounts['trouble']
const NONE: Counted = { open: 0, late: 0, replied: 0, closed: 0 }

/** Of one team, or of all that one may see. */
export function countOf(counts: RelayCounts | undefined, kind: 'trouble' | 'praise', team: string | undefined): Counted | null {
  if (!counts) return null
  return team === undefined ? counts[kind] : (counts.teams.find((one) => one.id === team)?.[kind] ?? NONE)
}

/** How many the list holds in all. */
export const listed = (counted: Counted, view: View, late: boolean) => (view === 'open' && late ? counted.late : counted[view])
