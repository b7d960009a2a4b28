import '../connect/connect.css'
import './scope.css'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { contractsQuery } from '../contracts/queries'
import { Answer } from '../ui/Answer'
import { FeedForm } from './FeedForm'
import { ContractName, FeedLine } from './FeedLine'
import { feedsQuery } from './queries'

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
        // What was refused may be proposed again.
        const fed = new Set(own.filter((one) => one.state !== 'refused').map((one) => one.contract_id))
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
