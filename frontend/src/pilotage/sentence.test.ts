import { i18n } from '@lingui/core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../api/types'
import { activate } from '../i18n'
import { aFigure } from '../indicators/a-figure'
import { sentenceKind, tallyOf } from '../indicators/tally'
import { sentenceWords } from './sentence-words'

const of = (...verdicts: Figure['verdict'][]) =>
  verdicts.map((verdict, index) =>
    aFigure({ indicator: `kpi_${index}`, verdict, value: verdict === 'no_value' ? null : '0.7' }),
  )
const many = (verdict: Figure['verdict'], count: number) => Array<Figure['verdict']>(count).fill(verdict)

function say(figures: Figure[], soFar = false): string {
  const tally = tallyOf(figures)
  const month = i18n.locale === 'fr' ? 'octobre 2026' : 'October 2026'
  const { first, missed, unsaid } = sentenceWords(sentenceKind(figures, tally), tally, month, soFar)
  return [first, missed, unsaid].filter(Boolean).join(' ')
}

const CASES: [name: string, figures: Figure[], soFar: boolean, french: string, english: string][] = [
  ['the usual month', of(...many('met', 5), ...many('missed', 2)), false, '5 engagements sur 7 sont tenus. 2 sont manqués.', '5 of 7 commitments are met. 2 are missed.'],
  ['one missed', of(...many('met', 6), 'missed'), false, '6 engagements sur 7 sont tenus. 1 est manqué.', '6 of 7 commitments are met. 1 is missed.'],
  ['one met', of('met', 'missed', 'missed'), false, '1 engagement sur 3 est tenu. 2 sont manqués.', '1 of 3 commitments is met. 2 are missed.'],
  ['within tolerance is met', of('met_within_tolerance', 'missed'), false, '1 engagement sur 2 est tenu. 1 est manqué.', '1 of 2 commitments is met. 1 is missed.'],
  ['all met', of(...many('met', 7)), false, 'Les 7 engagements sont tenus.', 'All 7 commitments are met.'],
  ['the only one met', of('met'), false, 'Le seul engagement est tenu.', 'The only commitment is met.'],
  ['all missed', of('missed', 'missed'), false, 'Les 2 engagements sont manqués.', 'All 2 commitments are missed.'],
  ['the only one missed', of('missed'), false, 'Le seul engagement est manqué.', 'The only commitment is missed.'],
  ['none met, some unsaid', of('missed', 'no_value'), false, 'Aucun des 2 engagements n’est tenu. 1 est manqué. 1 n’a pas de verdict.', 'None of the 2 commitments is met. 1 is missed. 1 has no verdict.'],
  ['some without verdict', of('met', 'no_value', 'insufficient_sample'), false, '1 engagement sur 3 est tenu. 2 n’ont pas de verdict.', '1 of 3 commitments is met. 2 have no verdict.'],
  ['nothing said', of('insufficient_sample', 'insufficient_sample'), false, 'Aucun des 2 engagements n’a encore de verdict.', 'None of the 2 commitments has a verdict yet.'],
  ['the month under way', of(...many('met', 5), ...many('missed', 2)), true, '5 engagements sur 7 sont tenus à ce jour. 2 sont manqués.', '5 of 7 commitments are met so far. 2 are missed.'],
  ['all met so far', of('met', 'met'), true, 'Les 2 engagements sont tenus à ce jour.', 'All 2 commitments are met so far.'],
  ['the only one missed so far', of('missed'), true, 'Le seul engagement est manqué à ce jour.', 'The only commitment is missed so far.'],
  ['no data', of('no_value', 'no_value'), false, 'Aucune donnée pour octobre 2026.', 'No data for October 2026.'],
  ['no commitment', [aFigure({ commitment: null, target: null, verdict: 'no_target' })], false, 'Aucun engagement n’est en vigueur en octobre 2026.', 'No commitment is in force in October 2026.'],
  ['no figure at all', [], false, 'Aucune donnée pour octobre 2026.', 'No data for October 2026.'],
]

describe.each(['fr', 'en'] as const)('the sentence in %s', (language) => {
  beforeAll(async () => {
    globalThis.document = { documentElement: {} } as Document
    await activate(language)
  })

  it.each(CASES)('%s', (_name, figures, soFar, french, english) => {
    expect(say(figures, soFar).replaceAll('\u00a0', ' ')).toBe(language === 'fr' ? french : english)
  })
})
