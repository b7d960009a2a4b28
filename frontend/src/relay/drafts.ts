/** Rules and themes as they are typed. Pure. */
import type { Theme } from '../api/types'
import type { Rule, When } from './queries'

/** What is left out is no condition. */
export const conditionsOf = ({ when }: Pick<Rule, 'when'>): When => ({ kinds: [], score_from: null, score_to: null, themes: [], channels: [], queues: [], ...when })

export interface DraftRule {
  /** Of a rule that goes on; null: a new one. */
  id: string | null
  /** Tells rules apart on the screen. */
  key: string
  kind: '' | When['kinds'][number]
  from: string
  to: string
  themes: string[]
  channels: string
  /** Between semicolons: names of queues hold commas. */
  queues: string
  team: string
  hours: string
}

export function draftOf(rule: Rule): DraftRule {
  const when = conditionsOf(rule)
  return {
    id: rule.id,
    key: rule.id,
    kind: when.kinds[0] ?? '',
    from: when.score_from?.toString() ?? '',
    to: when.score_to?.toString() ?? '',
    themes: when.themes,
    channels: when.channels.join(', '),
    queues: when.queues.join(' ; '),
    team: rule.team_id,
    hours: String(rule.answer_within_hours),
  }
}

const number = (typed: string) => (typed.trim() === '' ? null : Number(typed))
export const listOf = (typed: string, mark: string | RegExp) =>
  typed
    .split(mark)
    .map((one) => one.trim())
    .filter(Boolean)

/** A score is one of a question: without a question the bounds say nothing. */
export const ruleOf = (draft: DraftRule) => ({
  id: draft.id,
  when: {
    kinds: draft.kind ? [draft.kind] : [],
    score_from: draft.kind ? number(draft.from) : null,
    score_to: draft.kind ? number(draft.to) : null,
    themes: draft.themes,
    channels: listOf(draft.channels, ','),
    queues: listOf(draft.queues, ';'),
  },
  team_id: draft.team,
  answer_within_hours: Number(draft.hours),
})

/** The rule one place up or down; at the end nothing moves. */
export function moved<One>(list: readonly One[], place: number, by: 1 | -1): One[] {
  const copy = [...list]
  const other = place + by
  if (other < 0 || other >= copy.length) return copy
  const held = copy[place]!
  copy[place] = copy[other]!
  copy[other] = held
  return copy
}

/** A code for a new theme from its name: small letters and digits, not one of those that are taken. */
export function codeOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 24)
  const base = plain.length > 1 && plain !== 'none' ? plain : `theme_${plain}`.replace(/_$/, '')
  let code = base
  for (let turn = 2; taken.includes(code); turn++) code = `${base}_${turn}`
  return code
}

/** One word or phrase a line. */
export const withWords = (theme: Theme, typed: string): Theme => ({ ...theme, words: listOf(typed, '\n') })
