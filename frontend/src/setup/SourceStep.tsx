import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api/client'
import type { Contract } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'

/** The tools that feed the contract; connecting one has its own page. */
export function SourceStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const format = useFormat()
  const sources = useQuery(api.queryOptions('get', '/api/kpi/v1/sources', { params: { query: { contract_id: contract.id, limit: 200 } } }))
  return (
    <Answer query={sources} height={120}>
      {({ items }) => (
        <>
          {items.length ? (
            <ul className="plain cards-list">
              {items.map((one) => (
                <li key={one.id} className="card">
                  <strong>{one.name}</strong>{' '}
                  <span className="soft small">
                    {one.last_received_at ? <Trans>dernière livraison : {format.instant(one.last_received_at)}</Trans> : <Trans>rien n’est encore arrivé</Trans>}
                  </span>
                  <div className="acts">
                    <Link to="/contrats/$contractId/sources/$sourceId/connexion" params={{ contractId: contract.id, sourceId: one.id }} className="button-quiet">
                      <Trans>Suivre la connexion</Trans>
                    </Link>
                  </div>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">
              <Trans>Aucun outil de tickets n’est encore relié. Il peut l’être avant l’acceptation : ce qui arrive est gardé et compté.</Trans>
            </p>
          )}
          {mayWrite ? (
            <Link to="/contrats/$contractId/sources/nouvelle" params={{ contractId: contract.id }} className={items.length ? 'button-quiet' : 'button'}>
              <Trans>Relier un outil</Trans>
            </Link>
          ) : null}
        </>
      )}
    </Answer>
  )
}
