import './practices.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { Failed } from '../actions/Failed'
import { newKey } from '../api/new-key'
import { useSession } from '../api/session'
import { useKpiWrite } from '../api/use-kpi-write'
import type { Span } from '../before-after/queries'
import { Field } from '../ui/Field'
import { practicesQuery, propose } from './queries'

interface SharePracticeProps {
  contractId: string
  actionId: string
  before: Span
  after: Span
}

/** An action whose effect is shown can be told to the other contracts of the same two companies. */
export function SharePractice({ contractId, actionId, before, after }: SharePracticeProps) {
  const manages = useSession()?.functions.includes('manager') ?? false
  const practices = useQuery(practicesQuery(contractId))
  const [writing, setWriting] = useState(false)
  const told = practices.data?.items.some((one) => one.action_id === actionId && one.state !== 'withdrawn')
  if (told)
    return (
      <p>
        <Link to="/contrats/$contractId/actions" params={{ contractId }} hash="pratiques">
          <Trans>Cette action est une pratique</Trans>
        </Link>
      </p>
    )
  if (!manages || !practices.data) return null
  if (writing) return <PracticeForm contractId={contractId} actionId={actionId} before={before} after={after} onDone={() => setWriting(false)} />
  return (
    <p className="no-print">
      <button type="button" className="button-quiet" onClick={() => setWriting(true)}>
        <Trans>En faire une pratique à partager</Trans>
      </button>
    </p>
  )
}

function PracticeForm({ contractId, actionId, before, after, onDone }: SharePracticeProps & { onDone: () => void }) {
  const { t } = useLingui()
  const [practice, setPractice] = useState('')
  const [conditions, setConditions] = useState('')
  const [key] = useState(newKey)
  const write = useKpiWrite(propose(contractId, key), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ action_id: actionId, practice: practice.trim(), conditions: conditions.trim() || null, before, after })
  }
  return (
    <form className="practice-form no-print" onSubmit={submit} aria-label={t`Partager une pratique`}>
      <Field label={t`Ce qu’il faut faire`} hint={<Trans>L’effet mesuré est joint, tel qu’il est connu maintenant. L’autre partie en convient avant tout partage.</Trans>}>
        <textarea required rows={3} maxLength={4000} value={practice} onChange={(event) => setPractice(event.target.value)} />
      </Field>
      <Field label={t`Ce que cela demande, et où cela ne convient pas (facultatif)`}>
        <textarea rows={2} maxLength={4000} value={conditions} onChange={(event) => setConditions(event.target.value)} />
      </Field>
      <Failed error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending || !practice.trim()}>
          <Trans>Proposer cette pratique</Trans>
        </button>{' '}
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
