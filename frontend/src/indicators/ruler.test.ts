import { describe, expect, it } from 'vitest'
import { aFigure } from './a-figure'
import { byUrgency, change, gapInTolerances, toLookAtFirst } from './ranking'
import { reachOf, rulerPlaces } from './ruler'

describe('la réglette', () => {
  it('puts the target in the middle and better to the right, whatever the direction', () => {
    expect(rulerPlaces(aFigure({ value: '0.7500' }), null, 4).value).toBe(50)
    expect(rulerPlaces(aFigure({ value: '0.7700' }), null, 4).value).toBeGreaterThan(50)
    const duration = { unit: 's', direction: 'lower', target: '14400', tolerance: '1800' } as const
    expect(rulerPlaces(aFigure({ ...duration, value: '12600' }), null, 4).value).toBeGreaterThan(50)
    expect(rulerPlaces(aFigure({ ...duration, value: '16200' }), null, 4).value).toBeLessThan(50)
  })

  it('measures in tolerances, so that commitments of any unit compare', () => {
    expect(gapInTolerances(aFigure(), '0.7100')).toBeCloseTo(-2)
    expect(gapInTolerances(aFigure({ unit: 's', direction: 'lower', target: '14400', tolerance: '1800' }), '18000')).toBeCloseTo(-2)
  })

  it('still has a scale without tolerance, and shows none', () => {
    const strict = aFigure({ tolerance: '0.0000', value: '0.7600' })
    expect(gapInTolerances(strict, strict.value)).toBeCloseTo(1)
    expect(rulerPlaces(strict, null, 4).tolerance).toBe(0)
  })

  it('keeps far values at the end and says so', () => {
    const far = rulerPlaces(aFigure({ value: '0.2000' }), null, 8)
    expect(far.beyond).toBe('left')
    expect(far.value).toBeGreaterThanOrEqual(0)
    expect(rulerPlaces(aFigure(), null, 8).beyond).toBeNull()
  })

  it('lays the interval from left to right also when lower is better', () => {
    const { interval } = rulerPlaces(
      aFigure({ direction: 'lower', interval: { low: '0.7400', high: '0.7800', level: '0.95' } }),
      null,
      4,
    )
    expect(interval!.from).toBeLessThan(interval!.to)
  })

  it('has nothing to place without value or target', () => {
    const empty = rulerPlaces(aFigure({ value: null }), '0.7400', 4)
    expect(empty.value).toBeNull()
    expect(empty.before).toBeLessThan(50)
    expect(rulerPlaces(aFigure({ target: null }), '0.7400', 4).before).toBeNull()
  })

  it('takes one reach for all rows, within reason', () => {
    expect(reachOf([aFigure({ value: '0.7500' })])).toBe(3)
    expect(reachOf([aFigure({ value: '0.6500' })])).toBe(6)
    expect(reachOf([aFigure({ value: '0.0000' })])).toBe(8)
    expect(reachOf([])).toBe(3)
  })
})

describe('what to look at first', () => {
  const missed = aFigure({ indicator: 'a', verdict: 'missed', value: '0.7200' })
  const worse = aFigure({ indicator: 'b', verdict: 'missed', value: '0.6900' })
  const unsure = aFigure({ indicator: 'c', certainty: 'not_distinguishable', value: '0.8000' })
  const tolerated = aFigure({ indicator: 'd', verdict: 'met_within_tolerance', value: '0.7400' })
  const near = aFigure({ indicator: 'e', value: '0.7510' })
  const far = aFigure({ indicator: 'f', value: '0.9000' })
  const silent = aFigure({ indicator: 'g', verdict: 'no_value', value: null })

  it('takes missed ones, worst first, then the unsure, then the nearest to their target', () => {
    const order = [silent, far, near, tolerated, unsure, missed, worse].toSorted(byUrgency)
    expect(order.map((one) => one.indicator)).toEqual(['b', 'a', 'd', 'c', 'e', 'f', 'g'])
  })

  it('takes four, contractual before observed', () => {
    const observed = aFigure({ indicator: 'o', verdict: 'missed', value: '0.5', commitment: { ...missed.commitment!, class: 'observed' } })
    const untold = aFigure({ indicator: 'u', target: null, commitment: null })
    expect(toLookAtFirst([observed, untold, far, near, missed]).map((one) => one.indicator)).toEqual(['a', 'e', 'f', 'o'])
    expect(toLookAtFirst([])).toEqual([])
  })

  it('tells a change only between two values', () => {
    expect(change(near, missed)).toBeCloseTo(0.031)
    expect(change(near, silent)).toBeNull()
    expect(change(near, null)).toBeNull()
  })
})
