/** Ids of staff as they are pasted. Pure. */

export const MOST_PEOPLE = 2000
const LONGEST_ID = 200

/** One id a line, or parted by commas or semicolons; each once. Null: too many, or one that is too long. */
export function pastedIds(text: string): string[] | null {
  const ids = [...new Set(text.split(/[\n\r\t,;]+/).map((one) => one.trim()).filter(Boolean))]
  return ids.length > MOST_PEOPLE || ids.some((one) => one.length > LONGEST_ID) ? null : ids
}
