import type { ExplainedTicket } from '../api/types'

/** From here on an event is told as late: tools deliver within seconds, and try again within the hour. */
const LATE_AFTER_S = 3600

/** Seconds between what happened and our hearing of it, when that is worth a word. */
export function lateness({ kind, origin, effective_at, received_at }: Pick<Event, 'kind' | 'origin' | 'effective_at' | 'received_at'>): number | null {
  // It repeats the moment of the creation, long past by nature.
  if (kind === 'creation_known') return null
  // An export tells of the past, whenever somebody loads it.
  if (origin === 'import') return null
  const seconds = Math.round((Date.parse(received_at) - Date.parse(effective_at)) / 1000)
  return seconds > LATE_AFTER_S ? seconds : null
}

type Event = ExplainedTicket['events'][number]

/** Every delivery repeats when its ticket was created: repetitions in a row become one line. */
export function withoutRepetition(events: readonly Event[]): { event: Event; times: number }[] {
  const lines: { event: Event; times: number }[] = []
  for (const event of events) {
    const last = lines.at(-1)
    if (last && event.kind === 'creation_known' && last.event.kind === 'creation_known') last.times += 1
    else lines.push({ event, times: 1 })
  }
  return lines
}
