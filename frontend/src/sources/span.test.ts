import { describe, expect, it } from 'vitest'
import { boundsOf, isUpsideDown, momentOf } from './span'

const PARIS = 'Europe/Paris'

describe('a span of receptions', () => {
  it('takes whole days in the zone of the contract, the last one included', () => {
    expect(boundsOf({ du: '2026-11-03', au: '2026-11-05' }, PARIS)).toEqual({ from: '2026-11-02T23:00:00Z', until: '2026-11-05T23:00:00Z' })
    expect(boundsOf({ du: '2026-10-25', au: '2026-10-25' }, PARIS)).toEqual({ from: '2026-10-24T22:00:00Z', until: '2026-10-25T23:00:00Z' })
  })

  it('takes hours, the last one left out', () => {
    expect(boundsOf({ du: '2026-07-03T08:30', au: '2026-07-03T12:00' }, PARIS)).toEqual({ from: '2026-07-03T06:30:00Z', until: '2026-07-03T10:00:00Z' })
    expect(boundsOf({ du: '2026-11-03T08:30' }, 'America/Martinique')).toEqual({ from: '2026-11-03T12:30:00Z' })
    expect(boundsOf({ au: '2026-10-25T02:30' }, PARIS)).toEqual({ until: '2026-10-25T01:30:00Z' })
  })

  it('may be open at either end', () => {
    expect(boundsOf({}, PARIS)).toEqual({})
  })

  it('is told to be upside down', () => {
    expect(isUpsideDown(boundsOf({ du: '2026-11-05', au: '2026-11-03' }, PARIS))).toBe(true)
    expect(isUpsideDown(boundsOf({ du: '2026-11-05', au: '2026-11-05' }, PARIS))).toBe(false)
    expect(isUpsideDown(boundsOf({ du: '2026-11-05T10:00', au: '2026-11-05T10:00' }, PARIS))).toBe(true)
    expect(isUpsideDown({ from: '2026-11-05T10:00:00Z' })).toBe(false)
  })

  it('needs no hour', () => {
    expect([momentOf('2026-11-05', ''), momentOf('2026-11-05', '09:30'), momentOf('', '09:30')]).toEqual(['2026-11-05', '2026-11-05T09:30', ''])
  })
})
