import { describe, expect, it } from 'vitest'
import type { StaffVersion } from '../api/types'
import { pastedIds, staffAt } from './versions'

const version = (id: string, changes: Partial<StaffVersion>): StaffVersion => ({
  id, contract_id: 'c', source_id: 's', state: 'in_force', valid_from: null, people: 1, requested_at: '2026-10-01T00:00:00Z', requested_by: 'p',
  requested_by_side: 'donneur_ordre', approved_at: null, approved_by: null, recorded_at: '2026-10-01T00:00:00Z', ...changes,
})

describe('the list in force', () => {
  it('is the latest valid, then the last recorded one', () => {
    const items = [
      version('a', {}),
      version('b', { valid_from: '2026-10-05T00:00:00Z' }),
      version('c', { valid_from: '2026-10-05T00:00:00Z', recorded_at: '2026-10-02T00:00:00Z' }),
      version('d', { state: 'proposed', recorded_at: null }),
    ]
    expect(staffAt(items, '2026-10-04T00:00:00Z')?.id).toBe('a')
    expect(staffAt(items, '2026-10-06T00:00:00Z')?.id).toBe('c')
    expect(staffAt([], '2026-10-06T00:00:00Z')).toBeNull()
  })
})

describe('pasted ids', () => {
  it('are taken from lines, commas, semicolons and columns, each once', () => {
    expect(pastedIds(' 12\n13, 14;12\t15\r\n\n')).toEqual(['12', '13', '14', '15'])
    expect(pastedIds('')).toEqual([])
    expect(pastedIds('prenom nom')).toEqual(['prenom nom'])
  })

  it('are refused when there are too many, or one is too long', () => {
    expect(pastedIds('a'.repeat(201))).toBeNull()
    expect(pastedIds(Array.from({ length: 2001 }, (_, n) => n).join('\n'))).toBeNull()
  })
})
