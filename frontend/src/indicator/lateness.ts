/** From here on an event is told as late: tools deliver within seconds, and try again within the hour. */
const LATE_AFTER_S = 3600

/** Seconds between what happened and our hearing of it, when that is worth a word. */
export function lateness({ effective_at, received_at }: { effective_at: string; received_at: string }): number | null {
  const seconds = Math.round((Date.parse(received_at) - Date.parse(effective_at)) / 1000)
  return seconds > LATE_AFTER_S ? seconds : null
}
