import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Commitment, Contract, IndicatorCode, Objective, Variant } from '../api/types'
import { successor } from '../contracts/steps'
import { useFormat } from '../format/use-format'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { amountOf, typedOf } from './amounts'
import { definitionOf } from './catalogue'
import { CommentField } from './CommentField'
import { Field } from './Field'
import { checksOf, FourQuestions, useFourQuestions } from './FourQuestions'
import { Meanwhile } from './Meanwhile'
import { useRevision } from './overtaken'
import { Refused } from './Refused'
import { useWrite, writeCommitment, type NewCommitment } from './write'

interface CommitmentFormProps {
  contract: Contract
  objectives: readonly Objective[]
  /** What it takes the place of; null for a new one. */
  before: Commitment | null
  /** The instant from which it holds. */
  from: string
  label: string
  /** Further fields, such as the day from which an amendment holds. */
  children?: ReactNode
  /** What stands in its place now: somebody else may have written since the form was opened. */
  present?: Commitment | null
  onDone: () => void
}

/** One commitment: what is measured, the value promised, the words of the clause. */
export function CommitmentForm({ contract, objectives, before, from, label, children, present = before, onDone }: CommitmentFormProps) {
  const { t } = useLingui()
  const names = useNames()
  const four = useFourQuestions()
  const [draft, setDraft] = useState({
    indicator: (before?.indicator ?? 'fcr_ticket') as IndicatorCode,
    variant: (before?.variant ?? null) as Variant | null,
    target: before ? typedOf(before.unit, before.target) : '',
    tolerance: before ? typedOf(before.unit, before.tolerance) : '0',
    class: before?.class ?? ('contractual' as const),
    objective: before ? (successor(objectives, before.objective_id)?.id ?? objectives[0]?.id ?? '') : (objectives[0]?.id ?? ''),
    clause: before?.clause ?? '',
    reason: '',
    comment: '',
  })
  const [asked, setAsked] = useState(false)
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const revision = useRevision(contract, contract.state !== 'draft')
  const format = useFormat()
  const write = useWrite((what: { body: NewCommitment; revision: number | null }) => writeCommitment(contract.id, what.revision)(what.body), onDone)
  const { unit, direction, variants } = definitionOf(draft.indicator)
  const target = amountOf(unit, draft.target)
  const tolerance = amountOf(unit, draft.tolerance || '0')
  const wrong = target === null || tolerance === null
  const sign = unit === 'ratio' ? ' (%)' : unit === 's' ? ' (min)' : ''
  const labels = { target: t`Cible${sign}`, tolerance: t`Tolérance${sign}`, clause: t`Clause, en toutes lettres`, objective_id: t`Objectif servi`, override_reason: t`Pourquoi plus de sept engagements`, valid_from: t`À partir du` }
  const send = (expected: number | null) => {
    setAsked(true)
    if (wrong || !four.all) return
    const body: NewCommitment = {
      indicator: draft.indicator, variant: draft.variant, class: draft.class, objective_id: draft.objective || null, target, tolerance,
      unit, direction, clause: draft.clause, valid_from: from, override_reason: draft.reason || null, comment: draft.comment || null, checks: checksOf(four.answers),
    }
    write.mutate({ body, revision: expected })
  }
  const overtaken = revision.overtaken(write.error)
  const told = present === before || !present ? [] : [
    { label: labels.target, theirs: format.amount(present.target, present.unit), mine: target === null ? draft.target : format.amount(target, unit) },
    { label: labels.clause, theirs: present.clause, mine: draft.clause },
  ]
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(revision.expected)
  }
  return (
    <form className="set-up-form" onSubmit={submit} aria-label={label}>
      <Field label={t`Indicateur`}>
        <select
          value={draft.indicator}
          disabled={before !== null}
          onChange={(event) => {
            const code = event.target.value as IndicatorCode
            set({ indicator: code, variant: definitionOf(code).variants[0] ?? null, target: '', tolerance: '0' })
          }}
        >
          {INDICATOR_CODES.map((code) => (
            <option key={code} value={code}>
              {names.indicator(code)}
            </option>
          ))}
        </select>
      </Field>
      {variants.length ? (
        <Field label={t`Variante`}>
          <select value={draft.variant ?? ''} disabled={before !== null} onChange={(event) => set({ variant: event.target.value as Variant })}>
            {variants.map((one) => (
              <option key={one} value={one}>
                {names.variant(one)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <div className="field-row">
        <Field label={labels.target} hint={direction === 'higher' ? <Trans>au moins</Trans> : <Trans>au plus</Trans>}>
          <input required aria-invalid={asked && target === null} value={draft.target} onChange={(event) => set({ target: event.target.value })} />
        </Field>
        <Field label={labels.tolerance}>
          <input aria-invalid={asked && tolerance === null} value={draft.tolerance} onChange={(event) => set({ tolerance: event.target.value })} />
        </Field>
        {children}
      </div>
      <Field label={labels.objective_id}>
        <select required value={draft.objective} onChange={(event) => set({ objective: event.target.value })}>
          {objectives.map((one) => (
            <option key={one.id} value={one.id}>
              {one.statement}
            </option>
          ))}
        </select>
      </Field>
      <Field label={labels.clause}>
        <textarea required rows={2} maxLength={4000} value={draft.clause} onChange={(event) => set({ clause: event.target.value })} />
      </Field>
      <label className="choice-line">
        <input type="checkbox" checked={draft.class === 'observed'} onChange={(event) => set({ class: event.target.checked ? 'observed' : 'contractual' })} />
        <Trans>Seulement suivi : rien n’en découle s’il est manqué.</Trans>
      </label>
      <FourQuestions {...four} />
      <CommentField value={draft.comment} change={(comment) => set({ comment })} />
      {write.error || draft.reason ? (
        <Field label={labels.override_reason}>
          <input maxLength={4000} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
      ) : null}
      {asked && (wrong || !four.all) ? (
        <p className="field-error" role="alert">
          {wrong ? <Trans>La cible et la tolérance doivent être dans l’unité de l’indicateur.</Trans> : <Trans>Répondez aux quatre questions.</Trans>}
        </p>
      ) : null}
      {overtaken ? (
        <Meanwhile rows={told.filter((one) => one.mine !== one.theirs)} busy={write.isPending} keep={() => send(contract.revision)} take={onDone} />
      ) : (
        <Refused error={write.error} labels={labels} />
      )}
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          {contract.state === 'draft' ? <Trans>Inscrire l’engagement</Trans> : <Trans>Proposer l’avenant</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
