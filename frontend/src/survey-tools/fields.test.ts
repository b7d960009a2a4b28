import { describe, expect, it } from 'vitest'
import { chosenOf, fieldsOf } from './fields'

describe('fields', () => {
  it('come back as they were', () => {
    const fields = [
      { field: 'q1', role: 'nps' as const, scale_max: null },
      { field: 'q2', role: 'csat' as const, scale_max: 7 },
    ]
    expect(fieldsOf(chosenOf(fields))).toEqual(fields)
  })

  it('have the usual scale where none is said', () => {
    expect(chosenOf([{ field: 'q2', role: 'csat', scale_max: null }]).scale).toBe('5')
    expect(fieldsOf({ fields: { nps: 'q1' }, scale: '7' })).toEqual([{ field: 'q1', role: 'nps', scale_max: null }])
  })
})
