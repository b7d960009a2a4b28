import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Action } from '../api/types'
import { addDays } from '../format/dates'
import { useToday } from '../format/use-today'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { Field } from '../ui/Field'
import type { Effect, Parts } from './queries'
import { amountOf, betterOf, hasVariants, samplesOf, typedOf } from './unit'

const VARIANTS = ['median', 'p90', 'mean'] as const
const A_MONTH = 30
const A_QUARTER = 90

interface ActionFormProps {
  /** What it said before, when a proposal is changed. */
  before?: Action
  /** What was told of the cause before. */
  cause?: string
  indicator?: string
  variant?: (typeof VARIANTS)[number]
  /** Fields of its page: who answers for it, say. */
  children?: ReactNode
  send: (parts: Parts) => void
  busy: boolean
  failure: ReactNode
  label: ReactNode
  onCancel: () => void
}

/** What an action says: cause first, then what is done, until when, and what it is to change. */
export function ActionForm({ before, cause: told, indicator: first, variant: firstVariant, children, send, busy, failure, label, onCancel }: ActionFormProps) {
  const { t } = useLingui()
  const names = useNames()
  const today = useToday()
  const effect = before?.expected_effect ?? null
  const [title, setTitle] = useState(before?.title ?? '')
  const [cause, setCause] = useState(before?.cause ?? told ?? '')
  const [description, setDescription] = useState(before?.description ?? '')
  const [due, setDue] = useState(before?.due_on ?? addDays(today, A_MONTH))
  const [indicator, setIndicator] = useState<string>(effect?.indicator ?? first ?? '')
  const [variant, setVariant] = useState<(typeof VARIANTS)[number]>(effect?.variant ?? firstVariant ?? 'p90')
  const [relative, setRelative] = useState(effect?.change === 'relative')
  const [amount, setAmount] = useState(effect ? typedOf(effect.amount, effect.indicator, effect.change === 'relative') : '')
  const [by, setBy] = useState(effect?.by ?? addDays(today, A_QUARTER))
  const exact = indicator ? amountOf(amount, indicator, relative) : null
  const wrong = indicator !== '' && amount.trim() !== '' && exact === null
  const unit = samplesOf(indicator)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (indicator && exact === null) return
    const expected: Effect | null =
      indicator && exact
        ? {
            indicator: indicator as Effect['indicator'],
            variant: hasVariants(indicator) ? variant : null,
            direction: betterOf(indicator),
            change: relative ? 'relative' : 'points',
            amount: exact,
            by,
          }
        : null
    send({ title: title.trim(), cause: cause.trim(), description: description.trim() || null, due_on: due, expected_effect: expected })
  }
  return (
    <form className="action-form" onSubmit={submit} aria-label={t`Action`}>
      <Field label={t`Ce qui sera fait, en une ligne`}>
        <input required maxLength={200} autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={t`Cause`} hint={<Trans>Ce que vous savez de l’origine du problème ; sans nom de client ni d’agent : les deux parties lisent.</Trans>}>
        <textarea required rows={4} maxLength={4000} value={cause} onChange={(event) => setCause(event.target.value)} />
      </Field>
      <Field label={t`Détail (facultatif)`}>
        <textarea rows={3} maxLength={4000} value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
      <div className="field-row">
        <Field label={t`Échéance`}>
          <input type="date" required value={due} onChange={(event) => setDue(event.target.value)} />
        </Field>
        {children}
      </div>
      <fieldset>
        <legend>
          <Trans>Effet attendu</Trans>
        </legend>
        <div className="field-row">
          <Field label={t`Indicateur`}>
            <select value={indicator} onChange={(event) => setIndicator(event.target.value)}>
              <option value="">{t`Aucun effet chiffré`}</option>
              {INDICATOR_CODES.map((code) => (
                <option key={code} value={code}>
                  {names.indicator(code)}
                </option>
              ))}
            </select>
          </Field>
          {hasVariants(indicator) ? (
            <Field label={t`Statistique`}>
              <select value={variant} onChange={(event) => setVariant(event.target.value as (typeof VARIANTS)[number])}>
                {VARIANTS.map((one) => (
                  <option key={one} value={one}>
                    {names.variant(one)}
                  </option>
                ))}
              </select>
            </Field>
          ) : null}
          {indicator ? (
            <>
              <Field
                label={betterOf(indicator) === 'higher' ? t`Gain attendu` : t`Baisse attendue`}
                hint={wrong ? <span className="field-error"><Trans>Un nombre positif, deux décimales au plus.</Trans></span> : null}
              >
                <input required inputMode="decimal" maxLength={12} value={amount} aria-invalid={wrong} onChange={(event) => setAmount(event.target.value)} />
              </Field>
              <Field label={t`Compté en`}>
                <select value={relative ? 'relative' : 'points'} onChange={(event) => setRelative(event.target.value === 'relative')}>
                  <option value="points">{unit === 's' ? t`minutes` : unit === 'count' ? t`demandes` : t`points`}</option>
                  <option value="relative">{t`% de la valeur d’avant`}</option>
                </select>
              </Field>
              <Field label={t`Effet à lire le`}>
                <input type="date" required value={by} onChange={(event) => setBy(event.target.value)} />
              </Field>
            </>
          ) : null}
        </div>
      </fieldset>
      {failure}
      <div className="action-acts">
        <button className="button" disabled={busy}>
          {label}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
