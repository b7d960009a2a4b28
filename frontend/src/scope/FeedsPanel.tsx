import '../connect/connect.css'
import './scope.css'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract, Feed } from '../api/types'
import { contractsQuery, sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { FeedForm } from './FeedForm'
import { approveFeed, feedsQuery, useScopeWrite } from './queries'
import { ScopeRefused } from './ScopeRefused'

interface FeedsPanelProps {
  contract: Contract
  sourceId: string
  /** Where the deliveries of the source are kept. */
  homeId: string
}

/** Every contract that this one connection feeds, and the way to feed another of the same two parties. */
export function FeedsPanel({ contract, sourceId, homeId }: FeedsPanelProps) {
  const feeds = useQuery(feedsQuery(contract.id))
  const contracts = useQuery(contractsQuery)
  const manages = useSession()?.functions.includes('manager') ?? false
  const [adding, setAdding] = useState(false)
  const known = contracts.data?.items ?? []
  const away = homeId !== contract.id
  return (
    <Answer query={feeds} height={80}>
      {({ items }) => {
        const own = items.filter((one) => one.source_id === sourceId)
        const fed = new Set(own.map((one) => one.contract_id))
        const others = known.filter(
          (one) =>
            one.id !== homeId && !fed.has(one.id) && one.donneur_ordre_id === contract.donneur_ordre_id && one.sous_traitant_id === contract.sous_traitant_id,
        )
        if (!own.length && !(manages && others.length)) return null
        return (
          <section className="panel">
            <div className="panel-head">
              <h2>
                <Trans>Contrats alimentés</Trans>
              </h2>
            </div>
            {away ? (
              <p>
                <Trans>
                  Cette source est reliée à <ContractName id={homeId} known={known} /> : ses livraisons y sont gardées, une seule fois.
                </Trans>
              </p>
            ) : own.length ? null : (
              <p className="soft">
                <Trans>Cette source n’alimente que ce contrat.</Trans>
              </p>
            )}
            <ul className="plain scope-feeds">
              {own.map((one) => (
                <FeedLine key={one.contract_id ?? ''} feed={one} contract={contract} known={known} manages={manages} />
              ))}
            </ul>
            {adding ? (
              <FeedForm contract={contract} sourceId={sourceId} contracts={others} onDone={() => setAdding(false)} />
            ) : manages && others.length && !away ? (
              <div className="acts no-print">
                <button type="button" className="button-quiet" onClick={() => setAdding(true)}>
                  <Trans>Alimenter un autre contrat</Trans>
                </button>
              </div>
            ) : null}
          </section>
        )
      }}
    </Answer>
  )
}

interface FeedLineProps {
  feed: Feed
  contract: Contract
  known: readonly Contract[]
  manages: boolean
}

function FeedLine({ feed, contract, known, manages }: FeedLineProps) {
  const format = useFormat()
  const session = useSession()
  const approve = useScopeWrite(approveFeed(feed.source_id))
  const mine = session ? sideOf(contract, session.organisation.id) === feed.requested_by_side : true
  return (
    <li>
      <p>
        <ContractName id={feed.contract_id} known={known} />{' '}
        <span className="soft">
          {feed.state === 'proposed' ? (
            <Trans>attend l’accord de l’autre partie</Trans>
          ) : feed.state === 'ended' ? (
            <Trans>arrêté le {format.instant(feed.ended_at!, true)} : les deux contrats ne lient plus les mêmes parties</Trans>
          ) : (
            <Trans>depuis le {format.instant(feed.recorded_at!, true)}</Trans>
          )}
        </span>
      </p>
      {feed.overlaps ? (
        <p className="notice warning">
          <Trans>Les périmètres se recouvrent : un ticket peut compter dans plusieurs de ces contrats.</Trans>
        </p>
      ) : null}
      {feed.state === 'proposed' && manages && !mine && feed.contract_id ? (
        <button type="button" className="button" disabled={approve.isPending} onClick={() => approve.mutate(feed.contract_id!)}>
          <Trans>Approuver</Trans>
        </button>
      ) : null}
      <ScopeRefused error={approve.error} />
    </li>
  )
}

function ContractName({ id, known }: { id: string | null; known: readonly Contract[] }) {
  const found = known.find((one) => one.id === id)
  if (!found) return <Trans>un contrat hors de votre portée</Trans>
  return (
    <Link to="/contrats/$contractId/sources" params={{ contractId: found.id }}>
      {found.title}
    </Link>
  )
}
