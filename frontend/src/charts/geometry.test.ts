import { describe, expect, it } from 'vitest'
import { axisTicks, domain, labelledRanks, nearest, spread, steps, xOf, yOf } from './geometry'
import { commitments, lastKnown, runs, type Point } from './points'

const point = (value: number | null, target: number | null = 0.75, tolerance: number | null = 0.02): Point => ({
  period: '2026-10-01',
  value,
  low: null,
  high: null,
  target,
  tolerance,
  verdict: 'no_value',
  provisional: false,
})
const frame = { width: 200, height: 120, margins: { top: 10, right: 20, bottom: 10, left: 30 } }

describe('points', () => {
  it('cuts the line where a day has no value', () => {
    expect(runs([point(1), point(null), point(2), point(3), point(null)])).toEqual([
      [0, 0],
      [2, 3],
    ])
  })

  it('starts a new step when the target or the tolerance changes, and none without a commitment', () => {
    expect(commitments([point(1), point(1), point(1, 0.8), point(1, null), point(1, 0.8), point(1, 0.8, 0.01)])).toEqual([
      { from: 0, to: 1, target: 0.75, tolerance: 0.02 },
      { from: 2, to: 2, target: 0.8, tolerance: 0.02 },
      { from: 4, to: 4, target: 0.8, tolerance: 0.02 },
      { from: 5, to: 5, target: 0.8, tolerance: 0.01 },
    ])
  })

  it('opens on the last day that has a value', () => {
    expect(lastKnown([point(1), point(2), point(null)])).toBe(1)
    expect(lastKnown([point(null), point(null)])).toBe(1)
    expect(lastKnown([])).toBe(0)
  })
})

describe('domain', () => {
  it('holds the points, the tolerance and the compared line, with air, inside what the unit allows', () => {
    const [low, high] = domain([point(0.9), point(0.99)], [point(0.6)], 'ratio', 'higher')
    expect(low).toBeLessThan(0.6)
    expect(low).toBeGreaterThan(0.55)
    expect(high).toBe(1)
  })

  it('leaves room for the tolerance on the side where it is granted only', () => {
    expect(domain([point(0.75)], [], 'ratio', 'higher')[0]).toBeLessThan(0.73)
    expect(domain([point(0.75)], [], 'ratio', 'higher')[1]).toBeLessThan(0.77)
    expect(domain([point(0.75)], [], 'ratio', 'lower')[1]).toBeGreaterThan(0.77)
  })

  it('does not collapse when every value is the same', () => {
    const [low, high] = domain([point(40, null)], [], 'count', 'lower')
    expect(low).toBeLessThan(40)
    expect(high).toBeGreaterThan(40)
    expect(domain([point(0, null)], [], 'ratio', 'higher')[1]).toBeGreaterThan(0)
  })

  it('shows the whole scale when there is nothing to show', () => {
    expect(domain([point(null, null)], [], 'ratio', 'higher')).toEqual([0, 1])
    expect(domain([], [], 'points', 'higher')).toEqual([-100, 100])
  })
})

describe('axis', () => {
  it('puts durations on whole hours', () => {
    expect(axisTicks([3000, 20_000], 4, 's')).toEqual([7200, 14_400])
    expect(axisTicks([0, 800_000], 4, 's')).toEqual([0, 259_200, 518_400, 777_600])
  })

  it('keeps labels apart', () => {
    expect(labelledRanks(31, 310, 60)).toEqual([0, 6, 12, 18, 24, 30])
    expect(labelledRanks(1, 310, 60)).toEqual([0])
    expect(spread([50, 52], 16, 0, 100)).toEqual([50, 66])
    expect(spread([98, 99], 16, 0, 100)).toEqual([84, 100])
  })
})

describe('places', () => {
  it('puts the first day left, the last right, the highest value on top', () => {
    const x = xOf(frame, 4)
    const y = yOf(frame, [0, 1])
    expect([x(0), x(3)]).toEqual([30, 180])
    expect([y(0), y(1)]).toEqual([110, 10])
    expect(xOf(frame, 1)(0)).toBe(105)
  })

  it('finds the day under the pointer and never one outside', () => {
    expect([nearest(frame, 4, -50), nearest(frame, 4, 82), nearest(frame, 4, 900)]).toEqual([0, 1, 3])
  })

  it('hatches beyond the tolerance, on the side where the commitment is missed', () => {
    const y = yOf(frame, [0.5, 1])
    const found = [
      { from: 0, to: 1, target: 0.75, tolerance: 0.05 },
      { from: 2, to: 3, target: 0.8, tolerance: 0 },
    ]
    const [first, second] = steps(found, 'higher', frame, 4, y)
    expect(first).toMatchObject({ left: 30, right: 105, line: 60 })
    expect(first!.band.top).toBe(60)
    expect(first!.band.height).toBeCloseTo(10)
    expect(first!.missed.top + first!.missed.height).toBe(110)
    expect(second!.left).toBe(105)
    expect(second!.right).toBe(180)
    const [lower] = steps(found.slice(0, 1), 'lower', frame, 4, y)
    expect(lower!.missed.top).toBe(10)
    expect(lower!.band.top + lower!.band.height).toBe(60)
  })
})
