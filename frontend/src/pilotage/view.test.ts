import { describe, expect, it } from 'vitest'
import { aFigure } from '../indicators/a-figure'
import { directionOf, nextSorting, sorted } from './sorting'
import { viewOf } from './view'

describe('what the address shows', () => {
  it('is the last month that is over, compared with the one before', () => {
    const now = new Date('2026-10-31T23:05:00Z')
    expect(viewOf({}, 'Europe/Paris', now)).toEqual({ period: '2026-10', comparison: 'mois', compared: '2026-09', sorting: 'ecart' })
    expect(viewOf({}, 'UTC', now).period).toBe('2026-09')
  })

  it('is what it says', () => {
    expect(viewOf({ periode: '2026-01', comparer: 'annee' }, 'UTC').compared).toBe('2025-01')
    expect(viewOf({ periode: '2026-01', comparer: 'aucune' }, 'UTC').compared).toBeNull()
  })
})

describe('the order of rows', () => {
  const a = aFigure({ indicator: 'a', value: '0.9000' })
  const b = aFigure({ indicator: 'b', value: '0.7000', verdict: 'missed' })
  const c = aFigure({ indicator: 'c', value: null, verdict: 'no_value' })
  const order = (sorting: Parameters<typeof sorted>[1]) => sorted([a, c, b], sorting, (one) => one.indicator, 'fr').map((one) => one.indicator)

  it('is worst first, without value last', () => {
    expect(order('ecart')).toEqual(['b', 'a', 'c'])
    expect(order('-ecart')).toEqual(['c', 'a', 'b'])
    expect(order('nom')).toEqual(['a', 'b', 'c'])
    expect(order('etat')).toEqual(['b', 'a', 'c'])
  })

  it('turns round on the second press', () => {
    expect(nextSorting('nom', 'ecart')).toBe('nom')
    expect(nextSorting('nom', 'nom')).toBe('-nom')
    expect(directionOf('nom', '-nom')).toBe('descending')
    expect(directionOf('nom', 'ecart')).toBeUndefined()
  })
})
