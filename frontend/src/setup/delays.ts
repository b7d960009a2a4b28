/** Promised delays and clocks: what is typed to what the contract keeps, and back. Pure. */
import type { Terms } from '../api/types'
import { amountOf, typedOf } from './amounts'

export type Sla = NonNullable<Terms['sla']>
export type Clocks = NonNullable<Terms['clocks']>
export type Owner = Clocks['hold']
export const OWNERS: readonly Owner[] = ['sous_traitant', 'donneur_ordre', 'customer', 'third_party']

/** D9: waiting for the customer stops the resolution, and nothing stops the first response. */
export const USUAL_CLOCKS: Clocks = {
  pending: 'customer', hold: 'third_party', hold_reasons: {}, first_response_stops: [], resolution_stops: ['customer'], time_leaves_out: [],
}

/** Delays of one kind of tickets as they are typed; `names` only of priorities. */
export interface Typed {
  names: string
  first: string
  solved: string
  schedule: string
}

/** A hold's reason, as the tool tells it, and whose time it is. */
export type Waiting = [reason: string, owner: Owner]

const seconds = (text: string) => Number(amountOf('s', text) ?? 0)
const typed = (amount: number | null | undefined, usual: string) => (amount ? typedOf('s', String(amount)) : usual)

export const typedDelays = (sla: Sla | null | undefined, names: readonly string[]): Typed => ({
  names: '', first: typed(sla?.first_response_target_seconds, '60'), solved: typed(sla?.resolution_target_seconds, '480'),
  schedule: sla ? (sla.schedule ?? '') : (names[0] ?? ''),
})

export const typedPriorities = (sla: Sla | null | undefined): Typed[] =>
  (sla?.priorities ?? []).map((one) => ({
    names: one.names.join(', '), first: typed(one.first_response_target_seconds, ''), solved: typed(one.resolution_target_seconds, ''),
    schedule: one.schedule ?? '',
  }))

export const namesOf = (text: string) => text.split(',').map((name) => name.trim()).filter(Boolean)

/** What is wrong with typed delays; those of a priority may promise one of the two only. */
export const isWrong = (delays: Typed, priority: boolean) => {
  if (!priority) return !(seconds(delays.first) > 0 && seconds(delays.solved) > 0)
  const told = [delays.first, delays.solved].filter((text) => text.trim() !== '')
  return namesOf(delays.names).length === 0 || told.length === 0 || told.some((text) => !(seconds(text) > 0))
}

const delaysOf = (delays: Typed) => ({
  schedule: delays.schedule || null,
  first_response_target_seconds: seconds(delays.first) || null,
  resolution_target_seconds: seconds(delays.solved) || null,
})

/** Another schedule of the resolution is agreed through the API: what was agreed stays where the delays stay. */
export function slaOf(general: Typed, priorities: readonly Typed[], now: Sla | null | undefined): Sla {
  const kept = now?.priorities ?? []
  return {
    ...delaysOf(general),
    resolution_schedule: now?.resolution_schedule ?? null,
    priorities: priorities.map((one) => {
      const names = namesOf(one.names)
      const before = kept.find((other) => other.names.join() === names.join())
      return { names, ...delaysOf(one), resolution_schedule: before?.resolution_schedule ?? null }
    }),
  }
}

export const waitingOf = (clocks: Clocks | null | undefined): Waiting[] => Object.entries(clocks?.hold_reasons ?? {})

/** Nothing is written where all is as usual: a text that says nothing keeps its digest. */
export function clocksOf(typedClocks: Clocks, waiting: readonly Waiting[], now: Clocks | null | undefined): Clocks | null {
  const reasons = Object.fromEntries(waiting.map(([reason, owner]): Waiting => [reason.trim(), owner]).filter(([reason]) => reason !== ''))
  const clocks = { ...typedClocks, hold_reasons: reasons }
  return now || JSON.stringify(clocks) !== JSON.stringify(USUAL_CLOCKS) ? clocks : null
}

/** A promise counted in a schedule that is gone counts day and night until it is made again. */
export function withoutSchedules(sla: Sla | null, kept: Record<string, unknown>): Sla | null {
  if (!sla) return null
  const held = <One extends { schedule?: string | null; resolution_schedule?: string | null }>(one: One): One => ({
    ...one,
    schedule: one.schedule && one.schedule in kept ? one.schedule : null,
    resolution_schedule: one.resolution_schedule && one.resolution_schedule in kept ? one.resolution_schedule : null,
  })
  return { ...held(sla), priorities: (sla.priorities ?? []).map(held) }
}
