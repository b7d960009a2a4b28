import { describe, expect, it } from 'vitest'
import { INDICATOR_MEANINGS, WORDS } from '../glossary/terms'
import { ERRORS } from '../help/errors'
import { GUIDES } from '../help/guides/guides'
import { INDICATOR_CODES } from '../indicators/names'
import { french, type Text } from '../ui/text'
import { ACCESSIBILITY, LEGAL, PRIVACY } from './content'

/** Every pair of texts in whatever holds them. */
function pairs(node: unknown): Text[] {
  if (Array.isArray(node)) return node.flatMap(pairs)
  if (typeof node !== 'object' || node === null) return []
  return 'fr' in node && 'en' in node ? [node as Text] : Object.values(node).flatMap(pairs)
}

const ALL = pairs([PRIVACY, LEGAL, ACCESSIBILITY, WORDS, INDICATOR_MEANINGS, GUIDES, ERRORS])

describe('long texts', () => {
  it('are said in both languages', () => {
    expect(ALL.length).toBeGreaterThan(80)
    expect(ALL.filter(({ fr, en }) => !fr || !en || (fr === en && fr !== 'Source' && fr !== 'Annotation'))).toEqual([])
  })

  it('keep to typography and to the words of the glossary', () => {
    expect(ALL.filter(({ fr }) => /[ \u202f][:;?!%»]|« /.test(french(fr)) || /[\p{L}\d)][;?!»]/u.test(french(fr)))).toEqual([])
    expect(ALL.filter(({ fr, en }) => /'|\.\.\.|!|\bFCR\b|\bKPI\b/.test(fr + en))).toEqual([])
    expect(ALL.filter(({ fr }) => /sous-traitant(?!s? (de second rang|au sens du RGPD))/i.test(fr))).toEqual([])
    expect(ALL.filter(({ fr, en }) => /prestataire/i.test(fr) && !/provider/i.test(en) && !/sous-traitant/.test(fr))).toEqual([])
    expect(ALL.filter(({ fr, en }) => /donneur d’ordre/i.test(fr) && !/client company/i.test(en))).toEqual([])
  })
})

describe('glossary', () => {
  it('explains each indicator that exists, and anchors are of one use', () => {
    expect(Object.keys(INDICATOR_MEANINGS).toSorted()).toEqual([...INDICATOR_CODES].toSorted())
    const codes = [...WORDS.map((word) => word.code), ...INDICATOR_CODES]
    expect(new Set(codes).size).toBe(codes.length)
  })
})
