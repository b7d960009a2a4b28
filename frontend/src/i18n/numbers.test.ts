import { describe, expect, it } from 'vitest'
import { i18n } from '.'

const N = '\u00a0'

describe('numbers in plurals', () => {
  it('have the space of all other numbers', () => {
    i18n.loadAndActivate({ locale: 'fr', messages: { many: [['n', 'plural', { one: ['#', ' livraison'], other: ['#', ' livraisons'] }]] } })
    expect(i18n._('many', { n: 15500 })).toBe(`15${N}500 livraisons`)
    expect(i18n.t('many', { n: 1214 })).toBe(`1${N}214 livraisons`)
  })
})
