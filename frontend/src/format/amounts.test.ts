import { describe, expect, it } from 'vitest'
import { amount, amountBeside, difference, duration, tick } from './amounts'

const N = '\u00a0'

describe('values', () => {
  it('says rates in percent with one decimal, in both languages', () => {
    expect(amount('fr', '0.7190', 'ratio')).toBe(`71,9${N}%`)
    expect(amount('en', '0.7190', 'ratio')).toBe('71.9%')
  })

  it('uses no narrow space, which our typefaces lack', () => {
    expect(amount('fr', '1840', 'count')).toBe(`1${N}840`)
    expect(amount('fr', '12345.5', 'EUR')).not.toContain('\u202f')
  })

  it('says points without percent, and decimals only when they say something', () => {
    expect(amount('fr', '30.00', 'points')).toBe('30')
    expect(amount('fr', '37.41', 'points')).toBe('37,4')
    expect(amount('fr', '-12.00', 'points')).toBe('-12')
  })

  it('shows a dash where there is no value', () => {
    expect(amount('fr', null, 'ratio')).toBe('–')
  })

  it.each([
    [0, `0${N}s`],
    [45, `45${N}s`],
    [60, `1${N}min`],
    [403, `6${N}min${N}43${N}s`],
    [17_520, `4${N}h${N}52${N}min`],
    [3605, `1${N}h`],
    [86_400, `1${N}j`],
    [183_600, `2${N}j${N}3${N}h`],
    [-90, `−1${N}min${N}30${N}s`],
  ])('says %i seconds as people do', (seconds, words) => {
    expect(duration('fr', seconds)).toBe(words)
  })

  it('never shows two different values alike', () => {
    expect(amountBeside('fr', '0.7496', 'ratio', '0.7500')).toBe(`74,96${N}%`)
    expect(amountBeside('fr', '0.7500', 'ratio', '0.7500')).toBe(`75,0${N}%`)
    expect(amountBeside('fr', '0.7190', 'ratio', '0.7500')).toBe(`71,9${N}%`)
    expect(amountBeside('fr', '14405', 's', '14400')).toBe(`4${N}h${N}5${N}s`)
  })
})

describe('differences', () => {
  it('are signed, rates in points', () => {
    expect(difference('fr', 0.003, 'ratio')).toBe(`+0,3${N}pt`)
    expect(difference('fr', -0.026, 'ratio')).toBe(`−2,6${N}pts`)
    expect(difference('fr', -0.00001, 'ratio')).toBe(`0,0${N}pt`)
    expect(difference('en', 0.03, 'ratio')).toBe(`+3.0${N}pts`)
  })

  it('of durations are durations', () => {
    expect(difference('fr', 1920, 's')).toBe(`+32${N}min`)
    expect(difference('fr', -5, 's')).toBe(`−5${N}s`)
    expect(difference('fr', 0, 's')).toBe(`0${N}s`)
  })

  it('of counts have no unit', () => {
    expect(difference('fr', -10, 'count')).toBe('−10')
    expect(difference('fr', 1500, 'count')).toBe(`+1${N}500`)
  })
})

describe('axis labels', () => {
  it('are as precise as their step', () => {
    expect(tick('fr', 0.8, 'ratio', 0.05)).toBe(`80${N}%`)
    expect(tick('fr', 0.805, 'ratio', 0.005)).toBe(`80,5${N}%`)
  })
})
