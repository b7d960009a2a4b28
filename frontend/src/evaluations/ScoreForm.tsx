import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import type { Quarter } from '../api/types'
import type { Side } from '../charts/types'
import { Field } from '../ui/Field'
import { useLabel } from './label'
import { evaluate, EVALUATIONS } from './queries'

const SCALE = [1, 2, 3, 4, 5]

/** A score on every criterion, with words where there is something to say. */
export function ScoreForm({ contractId, quarter, side, onDone }: { contractId: string; quarter: Quarter; side: Side; onDone: () => void }) {
  const { t } = useLingui()
  const label = useLabel()
  const queries = useQueryClient()
  const before = quarter[side]
  const [scores, setScores] = useState<Record<string, { score: string; words: string }>>(() =>
    Object.fromEntries(
      quarter.criteria.map(({ code }) => {
        const found = before?.scores.find((one) => one.code === code)
        return [code, { score: found ? String(found.score) : '', words: found?.comment ?? '' }]
      }),
    ),
  )
  const [words, setWords] = useState(before?.comment ?? '')
  const change = (code: string, part: Partial<{ score: string; words: string }>) => setScores({ ...scores, [code]: { score: '', words: '', ...scores[code], ...part } })
  const write = useMutation({
    mutationFn: () =>
      evaluate(
        contractId,
        quarter.quarter,
        quarter.criteria.map(({ code }) => ({ code, score: Number(scores[code]?.score), comment: scores[code]?.words.trim() || null })),
        words.trim() || null,
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: EVALUATIONS })
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate()
  }
  return (
    <form className="evaluation-form no-print" onSubmit={submit} aria-label={t`Évaluer l’autre partie`}>
      <p className="soft small">
        <Trans>1 : pas du tout ; 5 : tout à fait. L’autre partie lira vos notes quand elle aura donné les siennes.</Trans>
      </p>
      {quarter.criteria.map((one) => (
        <div key={one.code} className="evaluation-fields">
          <Field label={label(one)}>
            <select required value={scores[one.code]?.score} onChange={(event) => change(one.code, { score: event.target.value })}>
              <option value="">{t`À choisir`}</option>
              {SCALE.map((score) => (
                <option key={score} value={score}>
                  {score}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t`${label(one)} : vos mots (facultatif)`}>
            <input maxLength={4000} autoComplete="off" value={scores[one.code]?.words} onChange={(event) => change(one.code, { words: event.target.value })} />
          </Field>
        </div>
      ))}
      <Field label={t`En somme (facultatif)`}>
        <textarea rows={3} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      {write.error ? (
        <p className="field-error" role="alert">
          {isStatus(write.error, 409) ? <Trans>Ce trimestre n’est plus ouvert. Relisez la page.</Trans> : <Trans>Cela n’a pas abouti. Réessayez.</Trans>}
        </p>
      ) : null}
      <div className="evaluation-acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Donner notre évaluation</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
