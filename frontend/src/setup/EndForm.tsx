import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Commitment, Contract } from '../api/types'
import { useNames } from '../indicators/names'
import { CommentField } from './CommentField'
import { Refused } from './Refused'
import { endCommitment, useWrite } from './write'

interface EndFormProps {
  contract: Contract
  commitment: Commitment
  /** The instant from which nothing is promised any more. */
  from: string
  children: ReactNode
  onDone: () => void
}

/** A commitment ends from a day on; what it was judged by before stays. */
export function EndForm({ contract, commitment, from, children, onDone }: EndFormProps) {
  const { t } = useLingui()
  const names = useNames()
  const [comment, setComment] = useState('')
  const write = useWrite(endCommitment(contract.id), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ indicator: commitment.indicator, variant: commitment.variant, valid_from: from, comment: comment || null })
  }
  return (
    <form className="set-up-form" onSubmit={submit} aria-label={t`Mettre fin à un engagement`}>
      <p>
        <Trans>Mettre fin à : {names.figure({ indicator: commitment.indicator, variant: commitment.variant })}</Trans>
      </p>
      {children}
      <CommentField value={comment} change={setComment} />
      <Refused error={write.error} labels={{ ends: t`À partir du`, valid_from: t`À partir du` }} />
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Proposer l’avenant</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
