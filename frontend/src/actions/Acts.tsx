import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import type { Action } from '../api/types'
import type { Side } from '../charts/types'
import { addDays } from '../format/dates'
import { useToday } from '../format/use-today'
import { newKey } from '../api/new-key'
import { Field } from '../ui/Field'
import { ActionForm } from './ActionForm'
import { actsOf, needsWords } from './acts'
import { Failed } from './Failed'
import { actionQuery, ownersQuery, take, type NewStep, type Step } from './queries'

interface ActsProps {
  contractId: string
  action: Action
  side: Side
  me: string | null
}

/** What may be done next; the first button is the act that is waited for. */
export function Acts({ contractId, action, side, me }: ActsProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const today = useToday()
  const acts = actsOf(action, side)
  const [asked, setAsked] = useState<Step | null>(null)
  const [words, setWords] = useState('')
  const [day, setDay] = useState(today)
  const [chosen, setChosen] = useState('')
  const [key, setKey] = useState(newKey)
  const step = asked && acts.includes(asked) ? asked : null
  const people = useQuery(ownersQuery(contractId)).data?.items.filter((one) => one.side === side) ?? []
  const present = action.owners[side]?.person_id
  const names = step === 'name_owner' || step === 'accept'
  const owner = chosen || present || (people.find((one) => one.person_id === me) ?? people[0])?.person_id || ''
  const { queryKey } = actionQuery(contractId, action.id)
  const write = useMutation({
    mutationFn: (body: NewStep) => take(contractId, action, key, body),
    onSuccess: async (told) => {
      queries.setQueryData(queryKey, told)
      setAsked(null)
      setWords('')
      setKey(newKey())
      await queries.invalidateQueries({ queryKey: ['get', '/api/contracts/v1/contracts/{contract_id}/actions'] })
    },
    // Somebody was quicker: what is shown is old.
    onError: (error) => (isStatus(error, 412) || isStatus(error, 409) ? queries.invalidateQueries({ queryKey }) : undefined),
  })
  const labels: Record<Step, ReactNode> = {
    accept: <Trans>Accepter</Trans>,
    change: <Trans>Modifier la proposition</Trans>,
    refuse: <Trans>Refuser</Trans>,
    start: <Trans>Commencer</Trans>,
    finish: <Trans>Déclarer faite</Trans>,
    verify: <Trans>Confirmer qu’elle est faite</Trans>,
    reopen: <Trans>Reprendre</Trans>,
    abandon: <Trans>Abandonner</Trans>,
    ask_date: <Trans>Demander une autre date</Trans>,
    agree_date: <Trans>Accepter la date demandée</Trans>,
    keep_date: <Trans>Maintenir l’échéance</Trans>,
    name_owner: <Trans>Nommer le porteur</Trans>,
    note: <Trans>Ajouter une remarque</Trans>,
  }
  const open = (one: Step) => {
    write.reset()
    setAsked(one === step ? null : one)
    setDay(one === 'ask_date' ? addDays(action.due_on > today ? action.due_on : today, 14) : today)
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!step) return
    write.mutate({
      step,
      ...(words.trim() ? { comment: words.trim() } : {}),
      ...(names && owner ? { owner } : {}),
      ...(step === 'start' || step === 'finish' ? { on: day } : {}),
      ...(step === 'ask_date' ? { due_on: day } : {}),
    })
  }
  return (
    <div className="no-print">
      <div className="action-acts">
        {acts.map((one, place) => (
          <button key={one} type="button" className={place === 0 && one !== 'note' ? 'button' : 'button-quiet'} aria-expanded={one === step} disabled={write.isPending} onClick={() => open(one)}>
            {labels[one]}
          </button>
        ))}
      </div>
      {step === 'change' ? (
        <ActionForm
          key={action.revision}
          before={action}
          send={(changes) => write.mutate({ step: 'change', changes })}
          busy={write.isPending}
          failure={<Failed error={write.error} />}
          label={<Trans>Proposer cette version</Trans>}
          onCancel={() => setAsked(null)}
        />
      ) : step ? (
        <form className="action-form" onSubmit={submit} aria-label={t`Étape de l’action`}>
          {names ? (
            <Field label={t`Porteur de votre côté`}>
              <select required={step === 'name_owner'} value={owner} onChange={(event) => setChosen(event.target.value)}>
                {people.map((one) => (
                  <option key={one.person_id} value={one.person_id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </Field>
          ) : null}
          {step === 'start' || step === 'finish' || step === 'ask_date' ? (
            <Field label={step === 'ask_date' ? t`Date demandée` : t`Le`}>
              <input
                type="date"
                required
                value={day}
                {...(step === 'ask_date' ? {} : { max: today })}
                {...(step === 'finish' && action.started_on ? { min: action.started_on } : {})}
                onChange={(event) => setDay(event.target.value)}
              />
            </Field>
          ) : null}
          <Field label={needsWords(step) ? t`Vos mots, lus par les deux parties` : t`Vos mots (facultatif)`}>
            <textarea required={needsWords(step)} rows={3} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
          <Failed error={write.error} />
          <div>
            <button className="button" disabled={write.isPending || (needsWords(step) && !words.trim())}>
              <Trans>Confirmer</Trans>
            </button>
          </div>
        </form>
      ) : null}
    </div>
  )
}
