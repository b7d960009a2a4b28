import { describe, expect, it } from 'vitest'
import { declaredOf, faultOf, typedDimensions, unused, valuesOf } from './dimensions'

describe('dimensions as typed', () => {
  it('come back as they were declared', () => {
    const declared = {
      channel: { attribute: 'channel' as const, values: null },
      site: { attribute: 'group' as const, values: { 'Lyon N1': 'Lyon', 'a=b': 'Lyon', Tunis: 'Tunis' } },
    }
    const typed = typedDimensions(declared)
    expect(typed.map((one) => one.lines)).toEqual(['', 'a=b = Lyon\nLyon N1 = Lyon\nTunis'])
    expect(declaredOf(typed)).toEqual(declared)
    expect(unused(typed)).toEqual(['country', 'queue', 'lot', 'reason', 'priority', 'tag', 'handled'])
  })

  it('are none without a row', () => {
    expect(typedDimensions(null)).toEqual([])
    expect(declaredOf([])).toBeNull()
  })

  it('name each told text once, and show a text', () => {
    for (const lines of ['a = b\na = c', '= b', 'a =', 'a = *', `${'a'.repeat(201)}`, `a = ${'b'.repeat(121)}`]) {
      expect(valuesOf(lines)).toBeUndefined()
      expect(faultOf({ key: 'k', name: 'site', attribute: 'group', lines })).toBe('lines')
    }
    expect(valuesOf('\n  \n')).toBeNull()
  })

  it('need the tags that count', () => {
    expect(faultOf({ key: 'k', name: 'tag', attribute: 'tag', lines: '' })).toBe('tags')
    expect(faultOf({ key: 'k', name: 'tag', attribute: 'tag', lines: 'vip = VIP' })).toBeNull()
    expect(faultOf({ key: 'k', name: 'site', attribute: 'group', lines: '' })).toBeNull()
  })
})
