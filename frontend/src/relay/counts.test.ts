import { describe, expect, it } from 'vitest'
import { countOf, listed } from './counts'

const TROUBLE = { open: 12, late: 3, replied: 4, closed: 130 }
const PRAISE = { open: 5, late: 0, replied: 0, closed: 61 }
const COUNTS = { trouble: TROUBLE, praise: PRAISE, teams: [{ id: 't1', name: 'Livraisons', trouble: { ...TROUBLE, open: 2 }, praise: PRAISE }] }

describe('counts of the relay', () => {
  it('are those of the team that is chosen, and none of a team without items', () => {
    expect(countOf(COUNTS, 'trouble', undefined)).toEqual(TROUBLE)
    expect(countOf(COUNTS, 'trouble', 't1')?.open).toBe(2)
    expect(countOf(COUNTS, 'praise', 't2')).toEqual({ open: 0, late: 0, replied: 0, closed: 0 })
    expect(countOf(undefined, 'praise', undefined)).toBeNull()
  })
  it('tell how many the list holds', () => {
    expect(listed(TROUBLE, 'open', false)).toBe(12)
    expect(listed(TROUBLE, 'open', true)).toBe(3)
    expect(listed(TROUBLE, 'closed', true)).toBe(130)
  })
})
