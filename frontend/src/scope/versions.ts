/** Which version of a scope rules. Pure. */
import type { Scope } from '../api/types'

const begins = (one: Scope) => (one.valid_from ? Date.parse(one.valid_from) : -Infinity)

/** The version in force for tickets created at an instant; null: everything counts. */
export function scopeAt(items: readonly Scope[], instant: string): Scope | null {
  const ruling = items
    .filter((one) => one.state === 'in_force' && begins(one) <= Date.parse(instant))
    .toSorted((a, b) => begins(b) - begins(a) || Date.parse(b.recorded_at!) - Date.parse(a.recorded_at!) || b.id.localeCompare(a.id))
  return ruling[0] ?? null
}
