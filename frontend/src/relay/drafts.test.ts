import { describe, expect, it } from 'vitest'
import { codeOf, draftOf, moved, ruleOf, withWords } from './drafts'
import type { Rule } from './queries'

const RULE: Rule = {
  id: 'r1',
  since: '2026-11-03T09:00:00Z',
  when: { kinds: ['nps'], score_from: 0, score_to: 6, themes: ['delay'], channels: ['SMS', 'e-mail'], queues: ['Lyon, N1', 'SAV'] },
  team_id: 't1',
  answer_within_hours: 48,
}

describe('a rule that is typed', () => {
  it('is the rule that was read when nothing was changed', () => {
    const { since: _, ...rest } = RULE
    expect(ruleOf(draftOf(RULE))).toEqual(rest)
  })
  it('has no bounds of score without a question', () => {
    expect(ruleOf({ ...draftOf(RULE), kind: '' }).when).toMatchObject({ kinds: [], score_from: null, score_to: null })
    expect(ruleOf({ ...draftOf(RULE), from: ' ', channels: ' , ', queues: ' ; ' }).when).toMatchObject({ score_from: null, channels: [], queues: [] })
  })
  it('moves among the others, not beyond them', () => {
    expect(moved([1, 2, 3], 1, -1)).toEqual([2, 1, 3])
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 2, 3])
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3])
  })
})

describe('a theme that is typed', () => {
  it('gets a code of its own', () => {
    expect(codeOf('Délai de livraison', [])).toBe('delai_de_livraison')
    expect(codeOf('Délai', ['delai', 'delai_2'])).toBe('delai_3')
    expect(codeOf('24 h', [])).toBe('theme_h')
    expect(codeOf('None', [])).toBe('theme_none')
    expect(codeOf('***', [])).toBe('theme')
    expect(codeOf('😀', ['theme'])).toBe('theme_2')
  })
  it('holds one word or phrase a line', () => {
    const theme = { code: 'delay', kind: 'topic' as const, label: { fr: 'Délai', en: 'Delay' }, words: [] }
    expect(withWords(theme, ' retard \n\n toujours rien').words).toEqual(['retard', 'toujours rien'])
  })
})
