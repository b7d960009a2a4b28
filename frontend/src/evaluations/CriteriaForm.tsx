import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Field } from '../ui/Field'
import { EVALUATIONS, proposeCriteria, type Criterion } from './queries'

const MOST = 10

/** One to ten criteria in both languages. */
export function CriteriaForm({ contractId, from, onDone }: { contractId: string; from: readonly Criterion[]; onDone: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [criteria, setCriteria] = useState<Criterion[]>(() => [...from])
  const write = useMutation({
    mutationFn: () => proposeCriteria(contractId, criteria.map((one) => ({ ...one, label_fr: one.label_fr.trim(), label_en: one.label_en.trim() }))),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: EVALUATIONS })
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate()
  }
  const change = (place: number, part: Partial<Criterion>) => setCriteria(criteria.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const add = () => {
    const number = Math.max(0, ...criteria.map((one) => Number(/^own_(\d+)$/.exec(one.code)?.[1] ?? 0))) + 1
    setCriteria([...criteria, { code: `own_${number}`, label_fr: '', label_en: '' }])
  }
  return (
    <form className="evaluation-form no-print" onSubmit={submit} aria-label={t`Proposer des critères`}>
      {criteria.map((one, place) => (
        <div key={one.code} className="evaluation-fields">
          <Field label={t`Critère ${place + 1}, en français`}>
            <input required maxLength={100} autoComplete="off" value={one.label_fr} onChange={(event) => change(place, { label_fr: event.target.value })} />
          </Field>
          <Field label={t`Critère ${place + 1}, en anglais`}>
            <input required maxLength={100} autoComplete="off" lang="en" value={one.label_en} onChange={(event) => change(place, { label_en: event.target.value })} />
          </Field>
          <button type="button" className="button-quiet" disabled={criteria.length === 1} onClick={() => setCriteria(criteria.filter((_, at) => at !== place))}>
            <Trans>Retirer</Trans>
            <span className="visually-hidden"> {one.label_fr}</span>
          </button>
        </div>
      ))}
      <div className="evaluation-acts">
        <button type="button" className="button-quiet" disabled={criteria.length >= MOST} onClick={add}>
          <Trans>Ajouter un critère</Trans>
        </button>
        <button className="button" disabled={write.isPending}>
          <Trans>Proposer à l’autre partie</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
      {write.error ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
    </form>
  )
}
