/** Which list of the client company's staff rules, and ids as they are pasted. Pure. */
import type { StaffVersion } from '../api/types'

export const MOST_PEOPLE = 2000
const LONGEST_ID = 200

const begins = (one: StaffVersion) => (one.valid_from ? Date.parse(one.valid_from) : -Infinity)

/** The list in force for messages of an instant; null: nobody is told apart. */
export function staffAt(items: readonly StaffVersion[], instant: string): StaffVersion | null {
  const ruling = items
    .filter((one) => one.state === 'in_force' && begins(one) <= Date.parse(instant))
    .toSorted((a, b) => begins(b) - begins(a) || Date.parse(b.recorded_at!) - Date.parse(a.recorded_at!) || b.id.localeCompare(a.id))
  return ruling[0] ?? null
}

/** One id a line, or parted by commas or semicolons; each once. Null: too many, or one that is too long. */
export function pastedIds(text: string): string[] | null {
  const ids = [...new Set(text.split(/[\n\r\t,;]+/).map((one) => one.trim()).filter(Boolean))]
  return ids.length > MOST_PEOPLE || ids.some((one) => one.length > LONGEST_ID) ? null : ids
}
