import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract, Objective } from '../api/types'
import { sideOf } from '../contracts/queries'
import { acceptancesQuery } from '../contracts/steps'
import { dayIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { ConfirmButton } from '../ui/ConfirmButton'
import { BeforeAfter } from './BeforeAfter'
import { By } from './By'
import type { Change } from './changes'
import { Checks } from './Checks'
import { CommentField } from './CommentField'
import { settled } from './FourQuestions'
import { What } from './History'
import { Refused } from './Refused'
import { OwnScope } from './Signatories'
import { accept, refuseAmendment, useWrite, withdrawAmendment } from './write'

interface ProposalProps {
  contract: Contract
  change: Exclude<Change, { kind: 'draft' }>
  objectives: readonly Objective[]
  /** In the list, from one. */
  place: number
}

/** An amendment that waits: before and after, who stands by it, and the acts of each side. */
export function Proposal({ contract, change, objectives, place }: ProposalProps) {
  const format = useFormat()
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const given = (useQuery(acceptancesQuery(contract.id)).data?.items ?? []).filter((one) => one.version_id === change.id)
  const functions = session?.functions ?? []
  const may = side !== null && functions.some((one) => one === 'manager' || one === 'signatory')
  const mine = given.some((one) => one.side === side)
  const own = change.after.author.side === side
  return (
    <article className="card">
      <h3>
        <What change={change} />
      </h3>
      <p>
        {change.kind === 'objective' ? (
          <Trans>En vigueur dès que les deux parties l’ont accepté.</Trans>
        ) : (
          <Trans>À partir du {format.day(dayIn(contract.zone, new Date(change.after.valid_from)), 'full')}.</Trans>
        )}
      </p>
      <BeforeAfter change={change} objectives={objectives} place={place} />
      <By version={change.after} />
      {change.kind === 'commitment' ? <Checks commitment={change.after} mayAnswer={functions.includes('manager') && !settled(change.after)} /> : null}
      {may && !mine ? <OwnScope contractId={contract.id} /> : null}
      {may ? (
        <Acts contract={contract} versionId={change.id} accepted={mine} own={own} mayWithdraw={functions.includes('manager')} />
      ) : (
        <p className="soft small">
          <Trans>Un responsable ou un signataire de l’autre partie l’accepte ou le refuse.</Trans>
        </p>
      )}
    </article>
  )
}

interface ActsProps {
  contract: Contract
  versionId: string
  /** Whether one's own side has accepted it. */
  accepted: boolean
  /** Whether one's own side proposed it. */
  own: boolean
  mayWithdraw: boolean
}

function Acts({ contract, versionId, accepted, own, mayWithdraw }: ActsProps) {
  const { t } = useLingui()
  const [refusing, setRefusing] = useState(false)
  const [comment, setComment] = useState('')
  const accepting = useWrite(accept(contract.id))
  const refusal = useWrite(refuseAmendment(contract.id, versionId))
  const withdrawal = useWrite(withdrawAmendment(contract.id, versionId))
  if (refusing)
    return (
      <form
        className="set-up-form"
        aria-label={t`Refuser l’avenant`}
        onSubmit={(event) => {
          event.preventDefault()
          refusal.mutate(comment)
        }}
      >
        <CommentField value={comment} change={setComment} required />
        <Refused error={refusal.error} />
        <div className="acts">
          <button className="button" disabled={refusal.isPending}>
            <Trans>Refuser avec ce commentaire</Trans>
          </button>
          <button type="button" className="button-quiet" onClick={() => setRefusing(false)}>
            <Trans>Annuler</Trans>
          </button>
        </div>
      </form>
    )
  return (
    <>
      {accepted ? (
        <p className="soft small">
          <Trans>Votre organisation l’a accepté. En attente de l’autre partie.</Trans>
        </p>
      ) : null}
      <div className="acts">
        {accepted ? null : (
          <ConfirmButton
            className="button"
            label={<Trans>Accepter l’avenant</Trans>}
            question={<Trans>Vous acceptez cet avenant au nom de votre organisation.</Trans>}
            confirm={<Trans>Accepter</Trans>}
            busy={accepting.isPending}
            act={() => accepting.mutate({ version_id: versionId, revision: contract.revision })}
          />
        )}
        {own ? (
          mayWithdraw ? (
            <ConfirmButton
              className="button-quiet"
              label={<Trans>Retirer l’avenant</Trans>}
              question={<Trans>Retirer cet avenant ? L’autre partie ne pourra plus l’accepter ; il reste dans l’historique.</Trans>}
              confirm={<Trans>Retirer</Trans>}
              busy={withdrawal.isPending}
              act={() => withdrawal.mutate(undefined)}
            />
          ) : null
        ) : (
          <button type="button" className="button-quiet" onClick={() => setRefusing(true)}>
            <Trans>Refuser…</Trans>
          </button>
        )}
      </div>
      <Refused error={accepting.error ?? withdrawal.error} />
    </>
  )
}
