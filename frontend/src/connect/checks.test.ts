import { describe, expect, it } from 'vitest'
import type { Delivery } from '../api/types'
import { checksOf } from './checks'

const delivery = (part: Partial<Delivery>) => ({ verdict: 'accepted', events: 1, skewed: false, ...part }) as Delivery
const results = (part: Partial<Delivery>) => Object.values(checksOf(delivery(part)))

describe('checks of a connection', () => {
  it('wait until something came', () => expect(Object.values(checksOf(null))).toEqual(['waits', 'waits', 'waits', 'waits', 'waits']))
  it('stop where a delivery failed', () => {
    expect(results({ verdict: 'unverified' })).toEqual(['yes', 'waits', 'waits', 'waits', 'waits'])
    expect(results({ verdict: 'rejected_signature' })).toEqual(['yes', 'no', 'waits', 'waits', 'waits'])
    expect(results({ verdict: 'rejected_stale' })).toEqual(['yes', 'yes', 'no', 'waits', 'waits'])
    expect(results({ verdict: 'malformed' })).toEqual(['yes', 'yes', 'yes', 'no', 'waits'])
  })
  it('say whether it counts', () => {
    expect(results({})).toEqual(['yes', 'yes', 'yes', 'yes', 'yes'])
    expect(results({ events: 0 }).at(-1)).toBe('ignored')
    expect(results({ verdict: 'duplicate', events: 0 }).at(-1)).toBe('known')
    expect(results({ skewed: true })[2]).toBe('skewed')
    expect(Object.values(checksOf(delivery({}), true))).toEqual(['yes', 'yes', 'yes', 'yes', 'outside'])
    expect(Object.values(checksOf(delivery({ verdict: 'malformed' }), true)).at(-1)).toBe('waits')
  })
})
