import { expect, it } from 'vitest'
import { lateness, withoutRepetition } from './lateness'

const event = (kind: string, effective_at: string, received_at: string) => ({
  kind,
  effective_at,
  received_at,
  recorded_at: received_at,
  delivery_id: `${kind} ${received_at}`,
  origin: 'live',
})

it('tells an event as late from an hour on', () => {
  expect(lateness(event('message_added', '2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z'))).toBeNull()
  expect(lateness(event('message_added', '2026-10-05T08:00:00Z', '2026-10-05T09:00:01Z'))).toBe(3601)
})

it('does not call late what only repeats the creation, and says it once', () => {
  const known = (hour: string) => event('creation_known', '2026-10-05T08:00:00Z', `2026-10-05T${hour}:00:00Z`)
  expect(lateness(known('20'))).toBeNull()
  const lines = withoutRepetition([known('12'), known('20'), event('created', '2026-10-05T08:00:00Z', '2026-10-05T08:00:01Z'), known('21')])
  expect(lines.map(({ event: { kind }, times }) => [kind, times])).toEqual([
    ['creation_known', 2],
    ['created', 1],
    ['creation_known', 1],
  ])
})
