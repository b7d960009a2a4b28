import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Commitment } from '../api/types'

export const QUESTIONS = ['specific', 'measurable', 'realistic', 'aligned'] as const
export type Answers = Record<(typeof QUESTIONS)[number], boolean>

/** As the service keeps them. */
export const checksOf = (answers: readonly boolean[]) => Object.fromEntries(QUESTIONS.map((name, place) => [name, answers[place] ?? false])) as Answers

/** Whether the last answers are four times yes. */
export function settled({ checks }: Pick<Commitment, 'checks'>) {
  const last = checks.at(-1)
  return last !== undefined && QUESTIONS.every((name) => last[name])
}

/** Asked before anything is promised; the form waits for four times yes. */
export function useFourQuestions() {
  const [answers, setAnswers] = useState<readonly boolean[]>(Array<boolean>(QUESTIONS.length).fill(false))
  return { answers, setAnswers, all: answers.every(Boolean) }
}

export function FourQuestions({ answers, setAnswers }: Pick<ReturnType<typeof useFourQuestions>, 'answers' | 'setAnswers'>) {
  const { t } = useLingui()
  const questions = [
    t`Spécifique : il décrit la tâche confiée, et rien d’autre.`,
    t`Mesurable : la source reliée donne de quoi le calculer.`,
    t`Réaliste : le prestataire peut le tenir avec ses moyens.`,
    t`Aligné : il sert l’objectif choisi.`,
  ]
  return (
    <fieldset className="field">
      <legend>
        <Trans>Quatre questions avant de promettre</Trans>
      </legend>
      {questions.map((question, place) => (
        <label key={question} className="choice-line">
          <input
            type="checkbox"
            checked={answers[place] ?? false}
            onChange={(event) => setAnswers(answers.map((one, index) => (index === place ? event.target.checked : one)))}
          />
          {question}
        </label>
      ))}
    </fieldset>
  )
}
