import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { ApiError } from '../api/problems'
import type { RelayItem } from '../api/types'
import { Field } from '../ui/Field'
import { LinkAction } from './LinkAction'
import { useStep, type NewStep } from './queries'
import { CAUSE_CODES, useRelayWords } from './words'

const LONGEST = 4000
/** Steps that need no words. */
const AT_ONCE = new Set<NewStep['step']>(['acknowledge', 'accept', 'pass_on'])

/** The next act as a button, and beside it those that may be taken instead. */
export function Steps({ contractId, item }: { contractId: string; item: RelayItem }) {
  const words = useRelayWords()
  const step = useStep(contractId, item.id)
  const [writing, setWriting] = useState<NewStep['step'] | null>(null)
  const take = (body: NewStep) => step.mutate(body, { onSuccess: () => setWriting(null) })
  const possible = item.next.map((one) => one.step)
  const open = writing !== null && possible.includes(writing) ? writing : null
  return (
    <div className="no-print">
      <div className="relay-acts">
        {possible.map((one, place) => (
          <button
            key={one}
            type="button"
            className={place === 0 ? 'button' : 'button-quiet'}
            disabled={step.isPending}
            aria-expanded={AT_ONCE.has(one) ? undefined : open === one}
            onClick={() => (AT_ONCE.has(one) ? take({ step: one }) : setWriting(open === one ? null : one))}
          >
            {words.act(one)}
          </button>
        ))}
        <Link to="/contrats/$contractId/actions/new" params={{ contractId }} search={{ origin: `verbatim:${item.id}`, indicator: item.verbatim.kind }} className="button-quiet">
          <Trans>Créer une action</Trans>
        </Link>
      </div>
      {open ? <StepForm key={open} contractId={contractId} itemId={item.id} step={open} busy={step.isPending} take={take} /> : null}
      {step.isError ? (
        <p className="field-error" role="alert">
          {step.error instanceof ApiError && step.error.status === 409 ? (
            <Trans>Quelqu’un a avancé ce retour entre-temps. Relisez-le, puis continuez.</Trans>
          ) : step.error instanceof ApiError && step.error.status === 403 ? (
            <Trans>Votre fonction ne permet pas cet acte.</Trans>
          ) : (
            <Trans>Cela n’a pas abouti. Réessayez.</Trans>
          )}
        </p>
      ) : null}
    </div>
  )
}

interface StepFormProps {
  contractId: string
  itemId: string
  step: NewStep['step']
  busy: boolean
  take: (body: NewStep) => void
}

function StepForm({ contractId, itemId, step, busy, take }: StepFormProps) {
  const { t } = useLingui()
  const words = useRelayWords()
  const [text, setText] = useState('')
  const [cause, setCause] = useState<NonNullable<NewStep['cause']>>('process')
  const [action, setAction] = useState<string | null>(null)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = text.trim()
    take({ step, ...(said ? { text: said } : {}), ...(step === 'cause' ? { cause } : {}), ...(step === 'act' && action ? { action_id: action } : {}) })
  }
  const label =
    step === 'cause' ? t`Précision (facultatif)` : step === 'act' ? t`Ce qui est fait` : step === 'return' ? t`Ce qui manque à la réponse` : t`Ce qui a été fait, pour le donneur d’ordre`
  return (
    <form className="relay-form" onSubmit={submit}>
      {step === 'cause' ? (
        <Field label={t`Cause`}>
          <select value={cause} onChange={(event) => setCause(event.target.value as typeof cause)}>
            {CAUSE_CODES.map((one) => (
              <option key={one} value={one}>
                {words.cause(one)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <Field label={label} hint={<Trans>Lu par les deux parties. Sans nom de client ni de conseiller.</Trans>}>
        <textarea rows={3} required={step !== 'cause'} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {step === 'act' ? <LinkAction contractId={contractId} itemId={itemId} chosen={action} choose={setAction} /> : null}
      <div>
        <button className="button" disabled={busy || (step !== 'cause' && !text.trim())}>
          {busy ? <Trans>Enregistrement…</Trans> : <Trans>Enregistrer</Trans>}
        </button>
      </div>
    </form>
  )
}
