/** In one word each, as the gateway says them in the address. */
export const REFUSALS = ['over', 'refused', 'unreachable', 'unavailable', 'invalid', 'unverified', 'unknown', 'platform', 'subject'] as const

export type RefusalReason = (typeof REFUSALS)[number]
