import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Contract, IndicatorCode, Objective } from '../api/types'
import { addDays } from '../format/dates'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { amountOf, typedOf } from './amounts'
import { definitionOf } from './catalogue'
import { CommentField } from './CommentField'
import { Field } from './Field'
import { Refused } from './Refused'
import { MOTIVES, useSetUpWords } from './words'
import { useWrite, writeObjective } from './write'

const YEAR = 365
const UNIT_SIGNS = { ratio: '%', s: 'min', points: 'pts', count: '' }

/** The five parts of an objective; the service refuses it while one of them is missing, and so does the form. */
export function ObjectiveForm({ contract, replaces, onDone }: { contract: Contract; replaces: Objective | null; onDone: () => void }) {
  const { t } = useLingui()
  const names = useNames()
  const words = useSetUpWords()
  const unitBefore = definitionOf(replaces?.metric ?? 'csat').unit
  const [draft, setDraft] = useState({
    statement: replaces?.statement ?? '',
    metric: (replaces?.metric ?? 'csat') as IndicatorCode,
    baseline: replaces ? typedOf(unitBefore, replaces.baseline_value) : '',
    target: replaces ? typedOf(unitBefore, replaces.target_value) : '',
    change: replaces?.change ?? ('points' as const),
    starts: replaces?.starts_on ?? contract.starts_on,
    due: replaces?.due_on ?? contract.ends_on ?? addDays(contract.starts_on, YEAR),
    client: replaces?.owner_donneur_ordre ?? '',
    provider: replaces?.owner_sous_traitant ?? '',
    motive: replaces?.motive ?? ('quality' as const),
    priority: replaces?.strategic_priority ?? '',
    comment: '',
  })
  const [asked, setAsked] = useState(false)
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const write = useWrite(writeObjective(contract.id), onDone)
  const { unit } = definitionOf(draft.metric)
  const amounts = { baseline: amountOf(unit, draft.baseline), target: amountOf(unit, draft.target) }
  const sign = UNIT_SIGNS[unit] ? ` (${UNIT_SIGNS[unit]})` : ''
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (amounts.baseline === null || amounts.target === null) return
    write.mutate({
      statement: draft.statement, metric: draft.metric, baseline_value: amounts.baseline, target_value: amounts.target, change: draft.change,
      starts_on: draft.starts, due_on: draft.due, owner_donneur_ordre: draft.client, owner_sous_traitant: draft.provider,
      motive: draft.motive, strategic_priority: draft.priority || null, replaces: replaces?.id ?? null, comment: draft.comment || null,
    })
  }
  const labels = {
    statement: t`Spécifique : l’objectif en une phrase`, metric: t`Mesurable : l’indicateur`, baseline_value: t`Valeur de départ${sign}`,
    target_value: t`Valeur visée${sign}`, owner_donneur_ordre: t`Atteignable : qui en répond chez le donneur d’ordre`,
    owner_sous_traitant: t`Qui en répond chez le prestataire`, motive: t`Pertinent : le motif qu’il sert`, starts_on: t`Daté : du`, due_on: t`au`,
    replaces: t`Objectif remplacé entre-temps`,
  }
  return (
    <form className="set-up-form" onSubmit={submit} aria-label={replaces ? t`Proposer d’autres valeurs` : t`Ajouter un objectif`}>
      <Field label={labels.statement}>
        <textarea required rows={2} maxLength={4000} value={draft.statement} onChange={(event) => set({ statement: event.target.value })} />
      </Field>
      <Field label={labels.metric}>
        <select value={draft.metric} onChange={(event) => set({ metric: event.target.value as IndicatorCode, baseline: '', target: '' })}>
          {INDICATOR_CODES.map((code) => (
            <option key={code} value={code}>
              {names.indicator(code)}
            </option>
          ))}
        </select>
      </Field>
      <div className="field-row">
        <Field label={labels.baseline_value}>
          <input required aria-invalid={asked && amounts.baseline === null} value={draft.baseline} onChange={(event) => set({ baseline: event.target.value })} />
        </Field>
        <Field label={labels.target_value}>
          <input required aria-invalid={asked && amounts.target === null} value={draft.target} onChange={(event) => set({ target: event.target.value })} />
        </Field>
        <Field label={t`Écart dit en`}>
          <select value={draft.change} onChange={(event) => set({ change: event.target.value as Objective['change'] })}>
            <option value="points">{t`points`}</option>
            <option value="relative">{t`part de la valeur de départ`}</option>
          </select>
        </Field>
      </div>
      {asked && (amounts.baseline === null || amounts.target === null) ? (
        <p className="field-error" role="alert">
          <Trans>Les deux valeurs doivent être dans l’unité de l’indicateur.</Trans>
        </p>
      ) : null}
      <div className="field-row">
        <Field label={labels.owner_donneur_ordre}>
          <input required maxLength={200} value={draft.client} onChange={(event) => set({ client: event.target.value })} />
        </Field>
        <Field label={labels.owner_sous_traitant}>
          <input required maxLength={200} value={draft.provider} onChange={(event) => set({ provider: event.target.value })} />
        </Field>
      </div>
      <div className="field-row">
        <Field label={labels.motive}>
          <select value={draft.motive} onChange={(event) => set({ motive: event.target.value as Objective['motive'] })}>
            {MOTIVES.map((one) => (
              <option key={one} value={one}>
                {words.motive(one)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={labels.starts_on}>
          <input type="date" required value={draft.starts} onChange={(event) => set({ starts: event.target.value })} />
        </Field>
        <Field label={labels.due_on}>
          <input type="date" required min={draft.starts} value={draft.due} onChange={(event) => set({ due: event.target.value })} />
        </Field>
      </div>
      <CommentField value={draft.comment} change={(comment) => set({ comment })} />
      <Refused error={write.error} labels={labels} />
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          {contract.state === 'draft' ? <Trans>Inscrire l’objectif</Trans> : <Trans>Proposer l’avenant</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
