import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'

export function NoSource({ contract }: { contract: Contract }) {
  return (
    <section className="empty">
      <p>
        <Trans>Aucun outil de tickets n’est encore relié à « {contract.title} ».</Trans>
      </p>
      <ConnectLink contract={contract} />
    </section>
  )
}

/** For managers of either party. */
export function ConnectLink({ contract, quiet = false }: { contract: Contract; quiet?: boolean }) {
  const functions = useSession()?.functions ?? []
  if (!functions.includes('manager'))
    return quiet ? null : (
      <p className="soft">
        <Trans>Un responsable de l’une des deux parties peut en relier un.</Trans>
      </p>
    )
  return (
    <Link to="/contrats/$contractId/sources/nouvelle" params={{ contractId: contract.id }} className={quiet ? 'button-quiet' : 'button'}>
      <Trans>Relier un outil</Trans>
    </Link>
  )
}
