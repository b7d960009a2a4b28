/** Versions on which both parties agree: those of a scope, those of a list of staff. Pure. */

/** What every kind of them tells. */
export interface AgreedVersion {
  id: string
  state: 'proposed' | 'in_force' | 'superseded'
  valid_from: string | null
  recorded_at: string | null
  requested_by_side: string
}

const begins = (one: AgreedVersion) => (one.valid_from ? Date.parse(one.valid_from) : -Infinity)

/** The version in force for what happens at an instant: the last to begin, then the last recorded; null: none was ever agreed. */
export function rulingAt<Version extends AgreedVersion>(items: readonly Version[], instant: string): Version | null {
  const ruling = items
    .filter((one) => one.state === 'in_force' && begins(one) <= Date.parse(instant))
    .toSorted((a, b) => begins(b) - begins(a) || Date.parse(b.recorded_at!) - Date.parse(a.recorded_at!) || b.id.localeCompare(a.id))
  return ruling[0] ?? null
}
