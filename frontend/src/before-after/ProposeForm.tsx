import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { ApiError, faultsOf } from '../api/problems'
import type { IndicatorCode, Unit, Variant } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { definitionOf } from '../setup/catalogue'
import { Field } from '../ui/Field'
import { Refusal } from '../ui/Refusal'
import { propose, type NewBaseline, type Span } from './queries'
import { readStrata } from './strata'

interface ProposeFormProps {
  contractId: string
  indicator: string
  before: Span
  /** Series that have an agreed baseline: « csat » or « ttr/median ». */
  agreed: ReadonlySet<string>
  onDone: () => void
}

const OFFERED = INDICATOR_CODES.filter((code) => definitionOf(code).unit !== 'count')
const LONGEST = 2000

/** Which counts an indicator of a unit has, beside how many. */
const NUMBERS: Partial<Record<Unit, readonly ('numerator' | 'promoters' | 'detractors' | 'seconds')[]>> = {
  ratio: ['numerator'],
  points: ['promoters', 'detractors'],
  s: ['seconds'],
}

/** Proposes what later days are compared with: measured by Copil, or declared with where it comes from. */
export function ProposeForm({ contractId, indicator: first, before, agreed, onDone }: ProposeFormProps) {
  const { t } = useLingui()
  const names = useNames()
  const [code, setCode] = useState<string>(OFFERED.some((one) => one === first) ? first : 'csat')
  const [variant, setVariant] = useState<Variant>('median')
  const [span, setSpan] = useState(before)
  const [origin, setOrigin] = useState<NewBaseline['origin']>('imported')
  const [counts, setCounts] = useState<Record<string, string>>({})
  const [strata, setStrata] = useState('')
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const write = useKpiWrite(propose(contractId), onDone)
  const { unit, variants } = definitionOf(code)
  const chosen = variants.length ? variant : null
  const replaces = agreed.has(chosen ? `${code}/${chosen}` : code)
  const parts = readStrata(strata)
  const labels = {
    denominator: unit === 's' ? t`Tickets` : t`Réponses ou tickets comptés`,
    numerator: t`Dont favorables`,
    promoters: t`Dont promoteurs (9 et 10)`,
    detractors: t`Dont détracteurs (0 à 6)`,
    seconds: t`Valeur, en secondes`,
    asked: t`Personnes interrogées (facultatif)`,
  }
  const numberOf = (name: string) => (counts[name]?.trim() ? Number(counts[name]) : undefined)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (parts === undefined) return
    const needed = Object.fromEntries((NUMBERS[unit] ?? []).map((name) => [name, numberOf(name)]))
    write.mutate({
      indicator: code as IndicatorCode,
      ...(chosen ? { variant: chosen } : {}),
      ...span,
      origin,
      ...(origin === 'imported'
        ? { counts: { denominator: numberOf('denominator') ?? 0, ...needed, asked: numberOf('asked') ?? null }, source: source.trim(), ...(parts ? { strata: parts } : {}) }
        : {}),
      ...(replaces ? { reason: reason.trim() } : {}),
    })
  }
  const number = (name: keyof typeof labels, required: boolean) => (
    <Field key={name} label={labels[name]}>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        step={1}
        required={required}
        value={counts[name] ?? ''}
        onChange={(event) => setCounts({ ...counts, [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <form className="baseline-form no-print" onSubmit={submit} aria-label={t`Proposer une référence`}>
      <div className="baseline-fields">
        <Field label={<Trans>Indicateur</Trans>}>
          <select value={code} onChange={(event) => setCode(event.target.value)}>
            {OFFERED.map((one) => (
              <option key={one} value={one}>
                {names.indicator(one)}
              </option>
            ))}
          </select>
        </Field>
        {variants.length ? (
          <Field label={<Trans>Statistique</Trans>}>
            <select value={variant} onChange={(event) => setVariant(event.target.value as Variant)}>
              {variants.map((one) => (
                <option key={one} value={one}>
                  {names.variant(one)}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <Field label={<Trans>Premier jour</Trans>}>
          <input type="date" required value={span.from} onChange={(event) => setSpan({ ...span, from: event.target.value })} />
        </Field>
        <Field label={<Trans>Dernier jour</Trans>}>
          <input type="date" required min={span.from} value={span.to} onChange={(event) => setSpan({ ...span, to: event.target.value })} />
        </Field>
      </div>
      <Field label={<Trans>D’où viennent les nombres</Trans>}>
        <select value={origin} onChange={(event) => setOrigin(event.target.value as NewBaseline['origin'])}>
          <option value="imported">{t`Déclarés : mesurés ailleurs, avant Copil`}</option>
          <option value="measured">{t`Mesurés par Copil, tels qu’ils sont connus maintenant`}</option>
        </select>
      </Field>
      {origin === 'imported' ? (
        <>
          <div className="baseline-fields">
            {number('denominator', true)}
            {(NUMBERS[unit] ?? []).map((name) => number(name, true))}
            {number('asked', false)}
          </div>
          <Field label={<Trans>Qui les a mesurés, et comment</Trans>}>
            <textarea rows={3} required maxLength={LONGEST} value={source} onChange={(event) => setSource(event.target.value)} />
          </Field>
          {unit === 's' ? null : (
            <Field
              label={<Trans>Les mêmes nombres par canal, site ou motif, en JSON (facultatif)</Trans>}
              hint={<Trans>Permet de comparer à répartition égale. Les parties s’ajoutent au tout.</Trans>}
            >
              <textarea
                rows={2}
                value={strata}
                spellCheck={false}
                aria-invalid={parts === undefined}
                placeholder='{"channel": {"E-mail": {"denominator": 140, "numerator": 110}}}'
                onChange={(event) => setStrata(event.target.value)}
              />
            </Field>
          )}
        </>
      ) : null}
      {replaces ? (
        <Field label={<Trans>Pourquoi remplacer la référence convenue</Trans>}>
          <textarea rows={2} required maxLength={LONGEST} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
      {parts === undefined ? (
        <p className="field-error" role="alert">
          <Trans>Le détail en JSON ne peut pas être lu.</Trans>
        </p>
      ) : null}
      {write.error ? (
        <p className="field-error" role="alert">
          <Fault error={write.error} />
        </p>
      ) : null}
      <div>
        <button className="button" disabled={write.isPending}>
          {write.isPending ? <Trans>Enregistrement…</Trans> : <Trans>Proposer à l’autre partie</Trans>}
        </button>{' '}
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

function Fault({ error }: { error: unknown }) {
  const [field = ''] = faultsOf(error)
  if (error instanceof ApiError && error.status === 403) {
    return (
      <Refusal error={error}>
        <Trans>Votre fonction ne permet pas de proposer une référence.</Trans>
      </Refusal>
    )
  }
  if (error instanceof ApiError && error.status === 409) return <Trans>Une référence de cet indicateur attend déjà : elle est d’abord convenue ou retirée.</Trans>
  if (field === 'to') return <Trans>Les jours doivent être passés, dans l’ordre, et moins de 800.</Trans>
  if (field === 'from') return <Trans>Rien n’a été compté ces jours-là.</Trans>
  if (field.startsWith('strata')) return <Trans>Le détail doit nommer une dimension, et ses parties s’ajouter au tout.</Trans>
  if (field.startsWith('counts')) return <Trans>Les nombres ne vont pas ensemble.</Trans>
  return <Trans>Cela n’a pas abouti. Réessayez.</Trans>
}
