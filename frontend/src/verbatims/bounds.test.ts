import { describe, expect, it } from 'vitest'
import { monthBounds } from './bounds'

describe('the instants of a month', () => {
  it('are those of its zone, also where clocks change', () => {
    expect(monthBounds('2026-10', 'Europe/Paris')).toEqual({ from: '2026-09-30T22:00:00.000Z', to: '2026-10-31T23:00:00.000Z' })
    expect(monthBounds('2026-03', 'Europe/Paris')).toEqual({ from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' })
    expect(monthBounds('2026-12', 'America/Cayenne')).toEqual({ from: '2026-12-01T03:00:00.000Z', to: '2027-01-01T03:00:00.000Z' })
  })
})
