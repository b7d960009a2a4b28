import { describe, expect, it } from 'vitest'
import { amountOf, typedOf } from './amounts'

describe('amounts', () => {
  it.each([
    ['85', '0.85'],
    ['85,5 %', '0.855'],
    ['7', '0.07'],
    ['0,05', '0.0005'],
    ['100', '1'],
    ['0', '0'],
  ])('%s per cent is %s', (typed, amount) => {
    expect(amountOf('ratio', typed)).toBe(amount)
    expect(amountOf('ratio', typedOf('ratio', amount))).toBe(amount)
  })

  it.each([
    ['240', '14400'],
    ['4 h', '14400'],
    ['2 h 30', '9000'],
    ['45 min', '2700'],
    ['90 s', '90'],
  ])('%s of a duration is %s seconds', (typed, amount) => {
    expect(amountOf('s', typed)).toBe(amount)
  })

  it('refuses what is no amount', () => {
    for (const text of ['', 'beaucoup', '1e3', '--4', '12 %%']) expect(amountOf('ratio', text)).toBeNull()
    expect(amountOf('points', '40')).toBe('40')
    expect(amountOf('count', '12.5')).toBe('12.5')
  })
})
