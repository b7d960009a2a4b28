import { describe, expect, it } from 'vitest'
import { curveOf, monthsBeside } from './around'

const action = (written_at: string, started_on: string | null = null, done_on: string | null = null) => ({ written_at, started_on, done_on })

describe('beside an action', () => {
  it('takes whole months before its beginning and after its end', () => {
    expect(monthsBeside(action('2026-11-30T14:00:00Z', '2026-08-22', '2026-09-11'), '2027-03-31', '2026-11-30')).toEqual({ before: '2026-07', after: '2026-10' })
    // The month that was agreed on, unless it lies before the end.
    expect(monthsBeside(action('2026-11-30T14:00:00Z', '2026-06-22', '2026-07-11'), '2026-09-30', '2026-11-30').after).toBe('2026-09')
    expect(monthsBeside(action('2026-11-30T14:00:00Z', '2026-06-22', '2026-07-11'), '2026-07-31', '2026-11-30').after).toBe('2026-10')
    expect(monthsBeside(action('2026-11-30T14:00:00Z', '2026-11-02', '2026-11-12'), '2026-12-31', '2026-11-30')).toEqual({ before: '2026-10', after: null })
    expect(monthsBeside(action('2026-11-30T14:00:00Z'), '2026-12-31', '2026-11-30')).toEqual({ before: '2026-10', after: null })
  })

  it('draws days, or months where there are many', () => {
    expect(curveOf(action('2026-11-30T14:00:00Z', '2026-08-22'), '2026-11-30')).toEqual({ from: '2026-06-01', to: '2026-11-30', grain: 'day', window: 7 })
    expect(curveOf(action('2025-06-10T14:00:00Z'), '2026-11-30').grain).toBe('month')
  })
})
