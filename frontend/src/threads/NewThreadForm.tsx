import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useSession } from '../api/session'
import { useToday } from '../format/use-today'
import { newKey } from '../api/new-key'
import { Field } from '../ui/Field'
import { aboutOf } from './about'
import { Failed } from './Failed'
import { openThread, threadQuery, THREADS, type Kind } from './queries'
import { KIND_NAMES, useThreadWords } from './words'

const CONFIDING = new Set(['administrator', 'manager', 'signatory'])

interface NewThreadFormProps {
  contractId: string
  about: string | undefined
  onDone: (threadId: string) => void
  onCancel: () => void
}

export function NewThreadForm({ contractId, about, onDone, onCancel }: NewThreadFormProps) {
  const { t } = useLingui()
  const words = useThreadWords()
  const today = useToday()
  const queries = useQueryClient()
  const confides = useSession()?.functions.some((one) => CONFIDING.has(one)) ?? false
  const [key] = useState(newKey)
  const [kind, setKind] = useState<Kind>('concern')
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [asks, setAsks] = useState(true)
  const [by, setBy] = useState('')
  const [managers, setManagers] = useState(false)
  const subjectOf = aboutOf(about)
  const write = useMutation({
    mutationFn: () =>
      openThread(contractId, key, {
        kind,
        subject: subject.trim(),
        text: text.trim(),
        asks,
        answer_by: asks && by ? by : null,
        confidentiality: managers ? 'managers' : 'everyone',
        about: subjectOf,
      }),
    onSuccess: async (thread) => {
      queries.setQueryData(threadQuery(contractId, thread.id).queryKey, thread)
      await queries.invalidateQueries({ queryKey: THREADS })
      onDone(thread.id)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate()
  }
  return (
    <form className="thread-form" onSubmit={submit} aria-label={t`Ouvrir un échange`}>
      {subjectOf.kind === 'free' ? null : <p className="soft small">{words.about(subjectOf.kind)}</p>}
      <div className="field-row">
        <Field label={t`Sorte`}>
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as Kind)
              setAsks(event.target.value !== 'praise')
            }}
          >
            {KIND_NAMES.map((one) => (
              <option key={one} value={one}>
                {words.kind(one)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t`Sujet`}>
          <input required maxLength={200} autoComplete="off" value={subject} onChange={(event) => setSubject(event.target.value)} />
        </Field>
      </div>
      <Field label={t`Message`} hint={<Trans>Sans nom de client ni d’agent. Une fois envoyé, il ne change plus.</Trans>}>
        <textarea required rows={6} maxLength={10000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="thread-choices">
        <label>
          <input type="checkbox" checked={asks} onChange={(event) => setAsks(event.target.checked)} /> <Trans>Demander une réponse</Trans>
        </label>
        {asks ? (
          <Field label={t`Pour le (facultatif)`}>
            <input type="date" min={today} value={by} onChange={(event) => setBy(event.target.value)} />
          </Field>
        ) : null}
        {confides ? (
          <label>
            <input type="checkbox" checked={managers} onChange={(event) => setManagers(event.target.checked)} />{' '}
            <Trans>Entre responsables : des deux côtés, seuls les responsables, signataires et administrateurs le voient</Trans>
          </label>
        ) : null}
      </div>
      <Failed error={write.error} />
      <div className="thread-acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Envoyer</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
