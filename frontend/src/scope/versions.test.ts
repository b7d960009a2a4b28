import { describe, expect, it } from 'vitest'
import type { Scope } from '../api/types'
import { scopeAt } from './versions'

const scope = (id: string, valid_from: string | null, recorded_at: string | null, state: Scope['state'] = 'in_force') =>
  ({ id, valid_from, recorded_at, state }) as Scope

const NOW = '2026-11-20T00:00:00Z'

describe('the scope in force', () => {
  it('is none before the first version', () => {
    expect(scopeAt([], NOW)).toBeNull()
    expect(scopeAt([scope('a', '2026-12-01T00:00:00Z', NOW)], NOW)).toBeNull()
  })
  it('is the last to begin, never one that waits or gave way', () => {
    const items = [
      scope('a', null, '2026-10-01T00:00:00Z'),
      scope('b', '2026-11-01T00:00:00Z', '2026-10-02T00:00:00Z'),
      scope('c', '2026-11-02T00:00:00Z', null, 'proposed'),
      scope('d', '2026-11-03T00:00:00Z', null, 'superseded'),
    ]
    expect(scopeAt(items, NOW)?.id).toBe('b')
  })
  it('is the last recorded of those that begin together', () => {
    expect(scopeAt([scope('b', null, '2026-10-02T00:00:00Z'), scope('a', null, '2026-10-01T00:00:00Z')], NOW)?.id).toBe('b')
  })
})
