/** Reading quarantined deliveries again, call after call, until none of the choice remains. Pure but for the call itself. */
import type { paths } from '../api/schema'

type Rereadings = paths['/api/kpi/v1/sources/{source_id}/rereadings']['post']
export type Choice = Rereadings['requestBody']['content']['application/json']
type Told = Rereadings['responses'][200]['content']['application/json']
type Fate = Told['items'][number]

export interface Progress {
  done: number
  total: number
}

export interface Reread {
  read: number
  /** Of those read: how many were there already. */
  known: number
  still: number
  /** Why they could not be read, the most frequent first. */
  reasons: [reason: string, deliveries: number][]
  /** Not looked at: another reading holds them, or this one was cut short. */
  remaining: number
  cut: boolean
}

/** One call takes a batch; the next goes on where it ended. Throws only when the first call fails. */
export async function readAll(choice: Choice, call: (choice: Choice) => Promise<Told>, heard: (progress: Progress) => void): Promise<Reread> {
  const fates = new Map<string, Fate>()
  let remaining = 0
  let wanted = choice
  for (;;) {
    const before = fates.size
    let told: Told
    try {
      told = await call(wanted)
    } catch (error) {
      if (!before) throw error
      return summed(fates, remaining, true)
    }
    for (const item of told.items) fates.set(item.receipt_id, item)
    remaining = told.remaining
    heard({ done: fates.size, total: fates.size + remaining })
    // Those received at the very instant where a call goes on come twice; one that brings nothing else would never end.
    if (told.next_from === null || fates.size === before) return summed(fates, remaining, false)
    wanted = { ...choice, from: told.next_from }
  }
}

function summed(fates: ReadonlyMap<string, Fate>, remaining: number, cut: boolean): Reread {
  const items = [...fates.values()]
  const of = (verdict: string) => items.filter((one) => one.verdict === verdict).length
  const reasons = new Map<string, number>()
  for (const { reason } of items) if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const still = of('malformed')
  return {
    read: items.length - still,
    known: of('duplicate'),
    still,
    reasons: [...reasons].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
    remaining,
    cut,
  }
}
