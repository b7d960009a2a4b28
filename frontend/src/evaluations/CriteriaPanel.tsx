import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { Criteria } from '../api/types'
import type { Side } from '../charts/types'
import { Field } from '../ui/Field'
import { CriteriaForm } from './CriteriaForm'
import { useLabel } from './label'
import { answerCriteria, EVALUATIONS } from './queries'

interface CriteriaPanelProps {
  contractId: string
  criteria: Criteria
  side: Side | null
  manages: boolean
}

/** On what both agreed, what waits for an answer, and a way to propose. */
export function CriteriaPanel({ contractId, criteria: { agreed, proposed, default: first }, side, manages }: CriteriaPanelProps) {
  const { t } = useLingui()
  const label = useLabel()
  const queries = useQueryClient()
  const [writing, setWriting] = useState(false)
  const [words, setWords] = useState('')
  const answer = useMutation({
    mutationFn: (yes: boolean) => answerCriteria(contractId, proposed?.id ?? '', yes, words.trim() || null),
    onSuccess: () => queries.invalidateQueries({ queryKey: EVALUATIONS }),
  })
  const refuse = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    answer.mutate(false)
  }
  const ours = proposed?.author.side === side
  return (
    <>
      {agreed ? (
        <ol>
          {agreed.criteria.map((one) => (
            <li key={one.code}>{label(one)}</li>
          ))}
        </ol>
      ) : (
        <p className="soft">
          <Trans>Aucun critère n’est convenu : l’une des parties en propose, l’autre les accepte.</Trans>
        </p>
      )}
      {proposed ? (
        <div className="evaluation-proposed">
          <h3>{ours ? <Trans>Vous proposez, l’autre partie répond</Trans> : <Trans>L’autre partie propose</Trans>}</h3>
          <ol>
            {proposed.criteria.map((one) => (
              <li key={one.code}>{label(one)}</li>
            ))}
          </ol>
          {manages && side && !ours ? (
            <form className="evaluation-form no-print" onSubmit={refuse} aria-label={t`Répondre aux critères`}>
              <Field label={t`Vos mots (nécessaires pour refuser)`}>
                <input maxLength={4000} autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
              </Field>
              <div className="evaluation-acts">
                <button type="button" className="button" disabled={answer.isPending} onClick={() => answer.mutate(true)}>
                  <Trans>Accepter ces critères</Trans>
                </button>
                <button className="button-quiet" disabled={answer.isPending || !words.trim()}>
                  <Trans>Refuser</Trans>
                </button>
              </div>
              {answer.error ? (
                <p className="field-error" role="alert">
                  <Trans>Cela n’a pas abouti. Réessayez.</Trans>
                </p>
              ) : null}
            </form>
          ) : null}
        </div>
      ) : null}
      {manages && side ? (
        writing ? (
          <CriteriaForm contractId={contractId} from={agreed?.criteria ?? first} onDone={() => setWriting(false)} />
        ) : (
          <button type="button" className="button-quiet no-print" onClick={() => setWriting(true)}>
            {agreed ? <Trans>Proposer d’autres critères</Trans> : <Trans>Proposer des critères</Trans>}
          </button>
        )
      ) : null}
    </>
  )
}
