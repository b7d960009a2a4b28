/** The words of the sentence, every grammatical case of both languages. */
import { plural, select, t } from '@lingui/core/macro'
import type { SentenceKind, Tally } from '../indicators/tally'

export interface SentenceWords {
  /** What is met, or why nothing is. */
  first: string
  missed: string | null
  unsaid: string | null
}

/**
 * `month`: « octobre 2026 ». `soFar`: the month's figures may still change, so that the sentence says « à ce jour ».
 * Reads the active catalogue: a component that calls it listens to the language itself (`useLingui`).
 */
export function sentenceWords(kind: SentenceKind, tally: Tally, month: string, soFar: boolean): SentenceWords {
  const { total, met, missed, unsaid } = tally
  const yet = soFar ? 'yes' : 'no'
  const missedWords = missed ? plural(missed, { one: '# est manqué.', other: '# sont manqués.' }) : null
  const unsaidWords = unsaid ? plural(unsaid, { one: '# n’a pas de verdict.', other: '# n’ont pas de verdict.' }) : null
  const of = { missed: missedWords, unsaid: unsaidWords }
  const alone = { missed: null, unsaid: null }
  switch (kind) {
    case 'no_data':
      return { first: t`Aucune donnée pour ${month}.`, ...alone }
    case 'no_commitment':
      return { first: t`Aucun engagement n’est en vigueur en ${month}.`, ...alone }
    case 'nothing_said':
      return { first: plural(total, { one: 'Le seul engagement n’a pas encore de verdict.', other: 'Aucun des # engagements n’a encore de verdict.' }), ...alone }
    case 'all_met':
      return {
        first: select(yet, {
          yes: plural(total, { one: 'Le seul engagement est tenu à ce jour.', other: 'Les # engagements sont tenus à ce jour.' }),
          other: plural(total, { one: 'Le seul engagement est tenu.', other: 'Les # engagements sont tenus.' }),
        }),
        ...alone,
      }
    case 'all_missed':
      return {
        first: '',
        unsaid: null,
        missed: select(yet, {
          yes: plural(total, { one: 'Le seul engagement est manqué à ce jour.', other: 'Les # engagements sont manqués à ce jour.' }),
          other: plural(total, { one: 'Le seul engagement est manqué.', other: 'Les # engagements sont manqués.' }),
        }),
      }
    case 'none_met':
      return {
        first: select(yet, {
          yes: plural(total, { one: 'Le seul engagement n’est pas tenu à ce jour.', other: 'Aucun des # engagements n’est tenu à ce jour.' }),
          other: plural(total, { one: 'Le seul engagement n’est pas tenu.', other: 'Aucun des # engagements n’est tenu.' }),
        }),
        ...of,
      }
    case 'some_met':
      return {
        first: select(yet, {
          yes: plural(met, { one: `# engagement sur ${total} est tenu à ce jour.`, other: `# engagements sur ${total} sont tenus à ce jour.` }),
          other: plural(met, { one: `# engagement sur ${total} est tenu.`, other: `# engagements sur ${total} sont tenus.` }),
        }),
        ...of,
      }
  }
}
