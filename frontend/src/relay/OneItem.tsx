import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ApiError } from '../api/problems'
import type { Contract, Themes } from '../api/types'
import type { Side } from '../charts/types'
import { Answer } from '../ui/Answer'
import { ItemCard } from './ItemCard'
import { itemQuery } from './queries'

/** One item that an address names: what an action comes from, say. */
export function OneItem({ contract, answerId, side, themes }: { contract: Contract; answerId: string; side: Side | null; themes: Themes | null }) {
  const item = useQuery({ ...itemQuery(contract.id, answerId), retry: false })
  const absent = item.error instanceof ApiError && item.error.status === 404
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Le retour demandé</Trans>
        </h2>
        <div className="end no-print">
          <Link to="." search={(kept: object) => ({ ...kept, retour: undefined }) as never} className="button-quiet">
            <Trans>Voir tous les retours</Trans>
          </Link>
        </div>
      </div>
      {absent ? (
        <p className="soft">
          <Trans>Cette réponse n’a été relayée à aucune équipe, ou pas à l’une des vôtres.</Trans>
        </p>
      ) : (
        <Answer query={item} height={240}>
          {(data) => <ItemCard contract={contract} item={data} side={side} themes={themes} />}
        </Answer>
      )}
    </section>
  )
}
