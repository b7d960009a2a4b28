import { describe, expect, it } from 'vitest'
import { rulingAt, type AgreedVersion } from './versions'

const version = (id: string, valid_from: string | null, recorded_at: string | null, state: AgreedVersion['state'] = 'in_force'): AgreedVersion => ({
  id, valid_from, recorded_at, state, requested_by_side: 'donneur_ordre',
})

const NOW = '2026-11-20T00:00:00Z'

describe('the version in force', () => {
  it('is none before the first version', () => {
    expect(rulingAt([], NOW)).toBeNull()
    expect(rulingAt([version('a', '2026-12-01T00:00:00Z', NOW)], NOW)).toBeNull()
  })
  it('is the last to begin, never one that waits or gave way', () => {
    const items = [
      version('a', null, '2026-10-01T00:00:00Z'),
      version('b', '2026-11-01T00:00:00Z', '2026-10-02T00:00:00Z'),
      version('c', '2026-11-02T00:00:00Z', null, 'proposed'),
      version('d', '2026-11-03T00:00:00Z', null, 'superseded'),
    ]
    expect(rulingAt(items, NOW)?.id).toBe('b')
  })
  it('is of what happens at an instant, not of what follows', () => {
    const items = [version('a', null, '2026-10-01T00:00:00Z'), version('b', '2026-10-05T00:00:00Z', '2026-10-01T00:00:00Z')]
    expect(rulingAt(items, '2026-10-04T00:00:00Z')?.id).toBe('a')
    expect(rulingAt(items, '2026-10-05T00:00:00Z')?.id).toBe('b')
  })
  it('is the last recorded of those that begin together', () => {
    expect(rulingAt([version('b', null, '2026-10-02T00:00:00Z'), version('a', null, '2026-10-01T00:00:00Z')], NOW)?.id).toBe('b')
  })
})
