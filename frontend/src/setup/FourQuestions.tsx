import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'

export const QUESTIONS = 4

/** Asked before anything is promised; the form waits for four times yes. */
export function useFourQuestions() {
  const [answers, setAnswers] = useState<readonly boolean[]>(Array<boolean>(QUESTIONS).fill(false))
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
