import './practices.css'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Practice } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { Said } from '../before-after/Said'
import { valueOf } from '../before-after/amounts'
import type { Side } from '../charts/types'
import { contractsQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { Answer } from '../ui/Answer'
import { ConfirmButton } from '../ui/ConfirmButton'
import { PartyMark } from '../ui/PartyMark'
import { agree, practicesQuery, withdraw } from './queries'

/** What was shown to help, here and in the other contracts of the same two companies. */
export function Practices({ contractId, side }: { contractId: string; side: Side | null }) {
  const practices = useQuery(practicesQuery(contractId))
  return (
    <Answer query={practices} height={160}>
      {({ items }) => {
        const shown = items.filter((one) => one.state !== 'withdrawn')
        return shown.length ? (
          <ul className="plain practices">
            {shown.map((one) => (
              <Card key={one.id} practice={one} contractId={contractId} side={side} />
            ))}
          </ul>
        ) : (
          <p className="soft prose">
            <Trans>
              Quand une action vérifiée a un effet établi, sa page permet d’en faire une pratique : convenue par les deux parties, elle se lit dans
              toutes leurs prestations.
            </Trans>
          </p>
        )
      }}
    </Answer>
  )
}

function Card({ practice, contractId, side }: { practice: Practice; contractId: string; side: Side | null }) {
  const format = useFormat()
  const names = useNames()
  const { effect } = practice
  const here = practice.contract_id === contractId
  return (
    <li className="practice">
      <h3 lang="" dir="auto">
        <Link to="/contrats/$contractId/actions/$actionId" params={{ contractId: practice.contract_id, actionId: practice.action_id }}>
          {practice.title}
        </Link>
      </h3>
      {here ? null : <Elsewhere contractId={practice.contract_id} />}
      <p className="prose practice-words" lang="" dir="auto">
        {practice.practice}
      </p>
      {practice.conditions ? (
        <p className="prose practice-words soft" lang="" dir="auto">
          {practice.conditions}
        </p>
      ) : null}
      <p>
        <Trans>
          <strong>{names.figure(effect)}</strong> : {valueOf(format, effect.before, effect.unit)} du {format.day(effect.before.from, 'full')} au {format.day(effect.before.to, 'full')},{' '}
          {valueOf(format, effect.after, effect.unit)} du {format.day(effect.after.from, 'full')} au {format.day(effect.after.to, 'full')}.
        </Trans>
      </p>
      <Said data={effect} />
      <p className="soft small">
        <PartyMark side={practice.proposed_by.side} size={12} /> {practice.proposed_by.name}, <Trans>proposée le {format.instant(practice.proposed_at, true)}</Trans>
        {practice.agreed_at && practice.agreed_by ? (
          <>
            {' · '}
            <PartyMark side={practice.agreed_by.side} size={12} /> {practice.agreed_by.name}, <Trans>convenue le {format.instant(practice.agreed_at, true)}</Trans>
          </>
        ) : null}
      </p>
      {here && side ? <Acts practice={practice} contractId={contractId} side={side} /> : null}
    </li>
  )
}

function Elsewhere({ contractId }: { contractId: string }) {
  const contracts = useQuery(contractsQuery)
  const title = contracts.data?.items.find((one) => one.id === contractId)?.title
  return (
    <p className="soft small">
      {title ? <Trans>Vient de la prestation « {title} »</Trans> : <Trans>Vient d’une autre prestation</Trans>}
    </p>
  )
}

function Acts({ practice, contractId, side }: { practice: Practice; contractId: string; side: Side }) {
  const manages = useSession()?.functions.includes('manager') ?? false
  const accept = useKpiWrite(agree(contractId))
  const refuse = useKpiWrite(withdraw(contractId))
  if (!manages) return null
  const waits = practice.state === 'proposed'
  const mine = practice.proposed_by.side === side
  return (
    <div className="acts no-print">
      {waits && !mine ? (
        <button type="button" className="button" disabled={accept.isPending} onClick={() => accept.mutate(practice.id)}>
          <Trans>En convenir et la partager</Trans>
        </button>
      ) : null}{' '}
      {waits && mine ? (
        <span className="soft">
          <Trans>En attente de l’accord de l’autre partie.</Trans>
        </span>
      ) : null}{' '}
      <ConfirmButton
        label={waits && !mine ? <Trans>Refuser cette pratique</Trans> : <Trans>Retirer cette pratique</Trans>}
        question={<Trans>Plus aucune prestation ne la montrera. L’action et son effet restent où ils sont.</Trans>}
        confirm={<Trans>Retirer</Trans>}
        act={() => refuse.mutate(practice.id)}
        busy={refuse.isPending}
        failed={refuse.isError || accept.isError}
      />
    </div>
  )
}
