import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import type { Thread } from '../api/types'
import type { Side } from '../charts/types'
import { useToday } from '../format/use-today'
import { newKey } from '../api/new-key'
import { Field } from '../ui/Field'
import { Failed } from './Failed'
import { speak, threadQuery, THREADS } from './queries'

/** Answer, ask back, or close with a last word. */
export function Reply({ contractId, thread, side }: { contractId: string; thread: Thread; side: Side | null }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const today = useToday()
  const [text, setText] = useState('')
  const [then, setThen] = useState<'nothing' | 'ask' | 'close'>('nothing')
  const [by, setBy] = useState('')
  const [key, setKey] = useState(newKey)
  // Who has asked already waits: a second question would start no second clock.
  const mayAsk = thread.awaits === null || thread.awaits === side
  const { queryKey } = threadQuery(contractId, thread.id)
  const write = useMutation({
    mutationFn: () => speak(contractId, thread.id, key, { text: text.trim(), asks: then === 'ask', answer_by: then === 'ask' && by ? by : null, closes: then === 'close' }),
    onSuccess: async (told) => {
      queries.setQueryData(queryKey, told)
      setText('')
      setThen('nothing')
      setBy('')
      setKey(newKey())
      await queries.invalidateQueries({ queryKey: THREADS })
    },
    onError: (error) => (isStatus(error, 409) ? queries.invalidateQueries({ queryKey }) : undefined),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate()
  }
  return (
    <form className="thread-form no-print" onSubmit={submit} aria-label={t`Répondre`}>
      <Field label={thread.awaits === side ? t`Votre réponse` : t`Votre message`} hint={<Trans>Sans nom de client ni d’agent. Une fois envoyé, il ne change plus.</Trans>}>
        <textarea required rows={5} maxLength={10000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="field-row">
        <Field label={t`Ensuite`}>
          <select value={then} onChange={(event) => setThen(event.target.value as typeof then)}>
            <option value="nothing">{t`Rien de plus`}</option>
            {mayAsk ? <option value="ask">{t`Demander une réponse`}</option> : null}
            <option value="close">{t`Clore l’échange`}</option>
          </select>
        </Field>
        {then === 'ask' ? (
          <Field label={t`Pour le (facultatif)`}>
            <input type="date" min={today} value={by} onChange={(event) => setBy(event.target.value)} />
          </Field>
        ) : null}
      </div>
      <Failed error={write.error} />
      <div>
        <button className="button" disabled={write.isPending || !text.trim()}>
          {then === 'close' ? <Trans>Envoyer et clore</Trans> : <Trans>Envoyer</Trans>}
        </button>
      </div>
    </form>
  )
}
