import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract, Feed } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { Refused } from '../agreed/Refused'
import { sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { FeedEnding } from './FeedEnding'
import { approveFeed, refuseFeed } from './queries'

interface FeedLineProps {
  feed: Feed
  contract: Contract
  known: readonly Contract[]
  manages: boolean
}

/** One contract that the source feeds: since when, until when, and what this party may say to it. */
export function FeedLine({ feed, contract, known, manages }: FeedLineProps) {
  const session = useSession()
  const [ending, setEnding] = useState(false)
  const approve = useKpiWrite(approveFeed(feed.source_id))
  const refuse = useKpiWrite(refuseFeed(feed.source_id))
  const mine = session ? sideOf(contract, session.organisation.id) === feed.requested_by_side : true
  const fed = feed.contract_id
  const busy = approve.isPending || refuse.isPending
  return (
    <li>
      <p>
        <ContractName id={fed} known={known} />{' '}
        <span className="soft">
          <FeedState feed={feed} />
        </span>
      </p>
      {feed.overlaps ? (
        <p className="notice warning">
          <Trans>Les périmètres se recouvrent : un ticket peut compter dans plusieurs de ces contrats.</Trans>
        </p>
      ) : null}
      {feed.state === 'proposed' && manages && !mine && fed ? (
        <div className="acts no-print">
          <button type="button" className="button" disabled={busy} onClick={() => approve.mutate(fed)}>
            <Trans>Approuver</Trans>
          </button>
          <button type="button" className="button-quiet" disabled={busy} onClick={() => refuse.mutate(fed)}>
            <Trans>Refuser</Trans>
          </button>
        </div>
      ) : null}
      {feed.state === 'active' && !feed.ends_at && manages && fed ? (
        ending ? (
          <FeedEnding
            contractId={fed}
            sourceId={feed.source_id}
            zone={known.find((one) => one.id === fed)?.zone ?? contract.zone}
            onDone={() => setEnding(false)}
          />
        ) : (
          <div className="acts no-print">
            <button type="button" className="button-quiet" onClick={() => setEnding(true)}>
              <Trans>Ne plus alimenter ce contrat</Trans>
            </button>
          </div>
        )
      ) : null}
      <Refused error={approve.error ?? refuse.error} />
    </li>
  )
}

function FeedState({ feed }: { feed: Feed }) {
  const format = useFormat()
  if (feed.state === 'proposed') return <Trans>attend l’accord de l’autre partie</Trans>
  if (feed.state === 'refused') return <Trans>refusé le {format.instant(feed.refused_at!, true)}</Trans>
  if (feed.ended_at) return <Trans>arrêté le {format.instant(feed.ended_at, true)} : les deux contrats ne lient plus les mêmes parties</Trans>
  if (feed.ends_at) {
    return (
      <Trans>
        depuis le {format.instant(feed.recorded_at!, true)}, pour les tickets créés avant le {format.instant(feed.ends_at, true)}
      </Trans>
    )
  }
  return <Trans>depuis le {format.instant(feed.recorded_at!, true)}</Trans>
}

/** The title of a contract as a link to its sources; of one out of reach only that it is. */
export function ContractName({ id, known }: { id: string | null; known: readonly Contract[] }) {
  const found = known.find((one) => one.id === id)
  if (!found) return <Trans>un contrat hors de votre portée</Trans>
  return (
    <Link to="/contrats/$contractId/sources" params={{ contractId: found.id }}>
      {found.title}
    </Link>
  )
}
