import { describe, expect, it } from 'vitest'
import { scaleOf } from './interval'

describe('scaleOf', () => {
  it('holds every value, every interval and the whole', () => {
    const scale = scaleOf([{ value: '0.5000', interval: { low: '0.4000', high: '0.6000' } }, { value: null, interval: null }], '0.9000')!
    expect(scale.at('0.4000')).toBeCloseTo(4)
    expect(scale.at('0.9000')).toBeCloseTo(96)
    expect(scale.at('0.6500')).toBeCloseTo(50)
  })

  it('stands still for one value alone, and is none for nothing', () => {
    expect(scaleOf([{ value: '3', interval: null }], '3')!.at('3')).toBe(4)
    expect(scaleOf([{ value: null, interval: null }], null)).toBeNull()
  })
})
