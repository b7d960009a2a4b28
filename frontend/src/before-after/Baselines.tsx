import { Trans } from '@lingui/react/macro'
import { useSession } from '../api/session'
import type { Baseline, Contract } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { ConfirmButton } from '../ui/ConfirmButton'
import { PartyMark } from '../ui/PartyMark'
import { agree, withdraw } from './queries'
import { useBeforeAfterWords } from './words'

interface BaselinesProps {
  contract: Contract
  items: readonly Baseline[]
}

/** Every baseline, what waits first: who proposed it, who agreed, where its numbers come from. */
export function Baselines({ contract, items }: BaselinesProps) {
  const waiting = items.filter((one) => one.state === 'proposed')
  const others = items.filter((one) => one.state !== 'proposed')
  return (
    <>
      {waiting.map((one) => (
        <div key={one.id} className="notice warning">
          <div>
            <p>
              <strong>
                <Trans>Une référence attend l’accord de l’autre partie.</Trans>
              </strong>
            </p>
            <Content baseline={one} />
            <Acts baseline={one} contract={contract} />
          </div>
        </div>
      ))}
      {others.length ? (
        <ul className="plain">
          {others.map((one) => (
            <li key={one.id}>
              <Content baseline={one} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Content({ baseline }: { baseline: Baseline }) {
  const format = useFormat()
  const names = useNames()
  const words = useBeforeAfterWords()
  const { counts } = baseline
  const good = counts.numerator ?? (counts.promoters === null || counts.detractors === null ? null : counts.promoters - counts.detractors)
  return (
    <>
      <p>
        <strong>{names.figure(baseline)}</strong>{' '}
        <Trans>
          du {format.day(baseline.from, 'full')} au {format.day(baseline.to, 'full')} :
        </Trans>{' '}
        {baseline.value === null ? '–' : format.amount(baseline.value, counts.seconds !== null ? 's' : counts.promoters !== null ? 'points' : 'ratio')}{' '}
        {good === null ? null : (
          <Trans>
            ({format.integer(good)} sur {format.integer(counts.denominator)})
          </Trans>
        )}
        , {words.origin(baseline.origin)}. {words.state(baseline.state)}.
      </p>
      {baseline.source ? <blockquote className="baseline-words">{baseline.source}</blockquote> : null}
      {baseline.reason ? (
        <p className="baseline-words">
          <Trans>Motif du remplacement : {baseline.reason}</Trans>
        </p>
      ) : null}
      <p className="soft small">
        <PartyMark side={baseline.proposed_by.side} size={12} /> {baseline.proposed_by.name}, <Trans>proposée le {format.instant(baseline.proposed_at, true)}</Trans>
        {baseline.frozen_at && baseline.agreed_by ? (
          <>
            {' · '}
            <PartyMark side={baseline.agreed_by.side} size={12} /> {baseline.agreed_by.name}, <Trans>gelée le {format.instant(baseline.frozen_at, true)}</Trans>
          </>
        ) : null}
        {baseline.withdrawn_at && baseline.withdrawn_by ? (
          <>
            {' · '}
            <PartyMark side={baseline.withdrawn_by.side} size={12} /> {baseline.withdrawn_by.name}, <Trans>retirée le {format.instant(baseline.withdrawn_at, true)}</Trans>
          </>
        ) : null}
      </p>
    </>
  )
}

function Acts({ baseline, contract }: { baseline: Baseline; contract: Contract }) {
  const session = useSession()
  const accept = useKpiWrite(agree(contract.id))
  const refuse = useKpiWrite(withdraw(contract.id))
  if (!session?.functions.includes('manager')) return null
  const mine = sideOf(contract, session.organisation.id) === baseline.proposed_by.side
  return (
    <div className="acts no-print">
      {mine ? null : (
        <ConfirmButton
          className="button"
          label={<Trans>Convenir de cette référence</Trans>}
          question={<Trans>Une fois convenue, rien n’en change plus : seule une nouvelle référence, motivée, la remplace.</Trans>}
          confirm={<Trans>Convenir</Trans>}
          act={() => accept.mutate(baseline.id)}
          busy={accept.isPending}
          failed={accept.isError}
        />
      )}{' '}
      <button type="button" className="button-quiet" disabled={refuse.isPending} onClick={() => refuse.mutate(baseline.id)}>
        {mine ? <Trans>Retirer la proposition</Trans> : <Trans>Refuser</Trans>}
      </button>
    </div>
  )
}
