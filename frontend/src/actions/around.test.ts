import { describe, expect, it } from 'vitest'
import { curveOf, daysBeside } from './around'

const action = (written_at: string, started_on: string | null = null, done_on: string | null = null) => ({ written_at, started_on, done_on })

describe('beside an action', () => {
  it('takes as many days before its beginning as after its end', () => {
    // The days until yesterday while the day agreed on is to come, and never more than a quarter.
    expect(daysBeside(action('2026-11-30T14:00:00Z', '2026-10-22', '2026-11-11'), '2027-03-31', '2026-11-30')).toEqual({
      before: { from: '2026-10-04', to: '2026-10-21' },
      after: { from: '2026-11-12', to: '2026-11-29' },
    })
    expect(daysBeside(action('2026-11-30T14:00:00Z', '2026-02-01', '2026-03-01'), '2026-11-01', '2026-11-30')).toEqual({
      before: { from: '2025-11-01', to: '2026-01-31' },
      after: { from: '2026-03-02', to: '2026-06-01' },
    })
    // Until the day agreed on, unless it lies before there is anything to read.
    expect(daysBeside(action('2026-11-30T14:00:00Z', '2026-06-22', '2026-07-11'), '2026-07-31', '2026-11-30')?.after.to).toBe('2026-07-31')
    expect(daysBeside(action('2026-11-30T14:00:00Z', '2026-06-22', '2026-11-11'), '2026-07-31', '2026-11-30')?.after.to).toBe('2026-11-29')
  })

  it('reads nothing before a week has passed since its end', () => {
    expect(daysBeside(action('2026-11-01T14:00:00Z', '2026-11-02', '2026-11-23'), '2026-12-31', '2026-11-30')).toBeNull()
    expect(daysBeside(action('2026-11-01T14:00:00Z', '2026-11-02', '2026-11-22'), '2026-12-31', '2026-11-30')?.after).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(daysBeside(action('2026-11-01T14:00:00Z', '2026-11-02'), '2026-12-31', '2026-11-30')).toBeNull()
  })

  it('draws days, or months where there are many', () => {
    expect(curveOf(action('2026-11-30T14:00:00Z', '2026-08-22'), '2026-11-30')).toEqual({ from: '2026-06-01', to: '2026-11-30', grain: 'day', window: 7 })
    expect(curveOf(action('2025-06-10T14:00:00Z'), '2026-11-30').grain).toBe('month')
  })
})
