/** The counts by dimension, as somebody pastes them. */
import type { NewBaseline } from './queries'

type Strata = NonNullable<NewBaseline['strata']>

/** What was pasted, null when there is nothing; undefined when it cannot be read. The service says what is wrong in it. */
export function readStrata(text: string): Strata | null | undefined {
  if (!text.trim()) return null
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Strata) : undefined
  } catch {
    return undefined
  }
}
