/** What the newest delivery of a source says of its connection, one check after the other. Pure. */
import type { Delivery } from '../api/types'

export const CHECKS = ['reached', 'signature', 'clock', 'parsed', 'counted'] as const
export type Check = (typeof CHECKS)[number]
export type Result = 'yes' | 'no' | 'waits' | 'skewed' | 'ignored' | 'known' | 'outside'

const upTo = (check: Check, last: Result): Record<Check, Result> => {
  const place = CHECKS.indexOf(check)
  return Object.fromEntries(CHECKS.map((one, index) => [one, index < place ? 'yes' : index === place ? last : 'waits'])) as Record<Check, Result>
}

/** A failed check leaves those after it waiting. `outside`: the ticket is out of the contract's scope. */
export function checksOf(delivery: Delivery | null, outside = false): Record<Check, Result> {
  if (!delivery) return upTo('reached', 'waits')
  switch (delivery.verdict) {
    case 'unverified':
      return upTo('signature', 'waits')
    case 'rejected_signature':
      return upTo('signature', 'no')
    case 'rejected_stale':
      return upTo('clock', 'no')
    case 'malformed':
      return upTo('parsed', 'no')
    default:
      return {
        ...upTo('counted', outside ? 'outside' : delivery.verdict === 'duplicate' ? 'known' : delivery.events > 0 ? 'yes' : 'ignored'),
        ...(delivery.skewed ? { clock: 'skewed' as const } : {}),
      }
  }
}
