import { describe, expect, it } from 'vitest'
import { amountOf, typedOf } from './unit'

describe('amounts of an expected effect', () => {
  it('reads points of a rate, points of a score and minutes', () => {
    expect(amountOf('3', 'fcr_ticket', false)).toBe('0.03')
    expect(amountOf('12,5', 'csat', false)).toBe('0.125')
    expect(amountOf('100', 'csat', false)).toBe('1')
    expect(amountOf('5,5', 'nps', false)).toBe('5.5')
    expect(amountOf('30', 'ttr', false)).toBe('1800')
    expect(amountOf('12', 'nps', true)).toBe('0.12')
    expect(amountOf('7', 'backlog', false)).toBe('7')
  })

  it('takes nothing for what is no amount', () => {
    for (const wrong of ['', '0', '0,0', '-3', 'trois', '1,234', '1e3']) expect(amountOf(wrong, 'nps', false)).toBeNull()
    expect(amountOf('1,5', 'ttr', false)).toBeNull()
  })

  it('gives back what was typed', () => {
    for (const [typed, indicator, relative] of [['3', 'fcr_ticket', false], ['12.5', 'csat', false], ['5.5', 'nps', false], ['30', 'ttr', false], ['12', 'nps', true]] as const)
      expect(typedOf(amountOf(typed, indicator, relative)!, indicator, relative)).toBe(typed)
  })
})
