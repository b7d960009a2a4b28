import { describe, expect, it } from 'vitest'
import type { HalfHour } from '../api/types'
import { currentRank, labelled, rankAt, scaleOf, slotsOf, type Frame } from './bars'

const HALF_HOUR = 1_800_000
const hours = (from: string, count: number, changes: Record<number, Partial<HalfHour>> = {}): HalfHour[] =>
  Array.from({ length: count }, (_, index) => ({
    starts_at: new Date(Date.parse(from) + index * HALF_HOUR).toISOString(),
    created: 0, first_responses: 0, solved: 0, reopened: 0, due_first_response: 0, due_resolution: 0,
    ...changes[index],
  }))
const FRAME: Frame = { width: 520, height: 200, left: 40, right: 0, top: 10, bottom: 30 }
const inParis = (iso: string) => Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Paris' }).format(new Date(iso)))

describe('the scale', () => {
  it('ends at a round number above everything', () => {
    expect(scaleOf(hours('2026-10-05T22:00:00Z', 48))).toEqual({ top: 1, ticks: [0, 1] })
    expect(scaleOf(hours('2026-10-05T22:00:00Z', 48, { 3: { created: 7 } })).ticks).toEqual([0, 2, 4, 6, 8])
    expect(scaleOf(hours('2026-10-05T22:00:00Z', 48, { 3: { due_first_response: 60, due_resolution: 61 } })).ticks).toEqual([0, 50, 100, 150])
    for (const most of [1, 2, 3, 4, 9, 11, 40, 99, 101, 999]) {
      const { top, ticks } = scaleOf(hours('2026-10-05T22:00:00Z', 2, { 1: { solved: most } }))
      expect(top).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }
  })
})

describe('the bars', () => {
  it('are as high as their tickets, and absent without any', () => {
    const day = hours('2026-10-05T22:00:00Z', 48, { 2: { created: 4, solved: 2 } })
    const slots = slotsOf(day, FRAME, 4)
    expect(slots[2]!.created!.height).toBe(160)
    expect(slots[2]!.solved!.height).toBe(80)
    expect(slots[2]!.solved!.y).toBe(90)
    expect(slots[3]).toMatchObject({ created: null, solved: null, due: null })
  })

  it('are found again under the pointer', () => {
    const slots = slotsOf(hours('2026-10-05T22:00:00Z', 48), FRAME, 1)
    slots.forEach((slot, index) => expect(rankAt(slot.x + slot.width / 2, FRAME, 48)).toBe(index))
    expect(rankAt(-5, FRAME, 48)).toBe(0)
    expect(rankAt(9_999, FRAME, 48)).toBe(47)
  })
})

describe('days on which clocks change', () => {
  it('have 50 or 46 half-hours, and each hour one label', () => {
    const autumn = hours('2026-10-24T22:00:00Z', 50)
    const spring = hours('2026-03-28T23:00:00Z', 46)
    expect(labelled(autumn, inParis, false).map((index) => inParis(autumn[index]!.starts_at))).toEqual([0, 3, 6, 9, 12, 15, 18, 21])
    expect(labelled(spring, inParis, false).map((index) => inParis(spring[index]!.starts_at))).toEqual([0, 3, 6, 9, 12, 15, 18, 21])
    expect(labelled(autumn, inParis, true).length).toBe(4)
  })

  it('know the present half-hour', () => {
    const day = hours('2026-10-24T22:00:00Z', 50)
    expect(currentRank(day, '2026-10-25T00:10:00Z')).toBe(4)
    expect(currentRank(day, '2026-10-25T01:10:00Z')).toBe(6)
    expect(currentRank(day, '2026-10-24T20:00:00Z')).toBe(0)
  })
})
