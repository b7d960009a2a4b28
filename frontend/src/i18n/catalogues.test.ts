import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPo, type Entry } from './po'

const read = (language: string) =>
  [`../locales/${language}.po`, `../locales/later/${language}.po`].flatMap((path) =>
    readPo(readFileSync(new URL(path, import.meta.url), 'utf8')),
  )
const french = read('fr')
const english = read('en')
const failing = (entries: readonly Entry[], wrong: (entry: Entry) => boolean) => entries.filter(wrong).map((entry) => entry.translation)

/** Names in braces; the words of a plural's branch are in braces too, but followed by more words. */
const values = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].toSorted().join()

/** ICU's own signs are no typography. */
const prose = (text: string) => text.replace(/\{\w+, (?:plural|select|selectordinal),/g, '').replace(/\{\w+\}/g, 'x')

describe('catalogues', () => {
  it('say everything in both languages', () => {
    expect(english.filter((entry) => !entry.translation).map((entry) => entry.source)).toEqual([])
    expect(english.map((entry) => entry.source)).toEqual(french.map((entry) => entry.source))
  })

  it('name the same values in both languages', () => {
    const named = new Map(french.map((entry) => [entry.source, values(entry.translation)]))
    expect(failing(english, (entry) => values(entry.translation) !== named.get(entry.source))).toEqual([])
  })
})

describe('French typography', () => {
  it('never lets a sign start a line', () => {
    expect(failing(french, (entry) => /[ \u202f][:;?!%»]|« /.test(prose(entry.translation)))).toEqual([])
    expect(failing(french, (entry) => /[\p{L}\d)][;?!»]/u.test(prose(entry.translation)))).toEqual([])
  })

  it('uses typographic apostrophes and one sign for an ellipsis', () => {
    expect(failing([...french, ...english], (entry) => /'|\.\.\./.test(entry.translation))).toEqual([])
  })

  it('does not exclaim', () => {
    expect(failing([...french, ...english], (entry) => /!|\bOups\b|\bOops\b/.test(entry.translation))).toEqual([])
  })
})

/** The glossary: what a word becomes, and what is never said. */
const PAIRS: [french: RegExp, english: RegExp][] = [
  [/engagement/i, /commitment/i],
  [/prestataire/i, /provider/i],
  [/donneurs? d’ordre/i, /client compan/i],
  [/objectif/i, /objective/i],
  [/indicateur/i, /indicator/i],
  [/avenant/i, /amendment/i],
  [/\brelevés?\b/i, /statement/i],
  [/manqué/i, /missed/i],
  [/\btenus?\b(?! compte)/i, /\bmet\b/i],
  [/provisoire/i, /provisional/i],
  [/réglette/i, /ruler/i],
  [/écart (non certain|établi)/i, /established/i],
]
const NEVER_FRENCH = [/\bFCR\b/, /\bKPI\b/, /sous-traitant(?!s? (de second rang|au sens du RGPD))/i, /mauvaise? performance/i, /NPS[^.]*\d\s?%/]
const NEVER_ENGLISH = [/\bFCR\b/, /\bKPI\b/, /subcontractor/i, /outsourcer/i, /bad performance/i, /NPS[^.]*\d\s?%/]

describe('glossary', () => {
  const source = new Map(french.map((entry) => [entry.source, entry.translation]))

  it.each(PAIRS)('%s is %s', (word, its) => {
    expect(failing(english, (entry) => word.test(source.get(entry.source) ?? '') && !its.test(entry.translation))).toEqual([])
  })

  it('keeps to its words', () => {
    expect(failing(french, ({ translation }) => NEVER_FRENCH.some((word) => word.test(translation)))).toEqual([])
    expect(failing(english, ({ translation }) => NEVER_ENGLISH.some((word) => word.test(translation)))).toEqual([])
  })
})
