import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, distance, parseHex, simulate } from './colour'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const PAIR = /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g
const tokens = new Map([...css.matchAll(PAIR)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))
const colour = (name: string, theme: 'light' | 'dark') => parseHex(tokens.get(name)![theme])

const THEMES = ['light', 'dark'] as const
const GROUNDS = ['paper', 'card']
const TEXTS = ['ink', 'soft', 'accent', 'met', 'near', 'missed', 'client', 'provider']
const VERDICTS = ['met', 'near', 'missed']

describe.each(THEMES)('%s theme', (theme) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))('%s reads on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it('lets controls be seen', () => {
    for (const ground of GROUNDS) expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })

  it('reads on buttons and on chosen segments', () => {
    expect(contrast(colour('on-accent', theme), colour('accent', theme))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('card', theme), colour('ink', theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['normal', 'deutan', 'protan'] as const)('keeps verdicts apart with %s sight', (sight) => {
    for (const [index, a] of VERDICTS.entries()) {
      for (const b of VERDICTS.slice(index + 1)) {
        const between = distance(simulate(colour(a, theme), sight), simulate(colour(b, theme), sight))
        expect(between, `${a} and ${b}`).toBeGreaterThanOrEqual(10)
      }
    }
  })
})
