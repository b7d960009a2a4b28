import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Contract } from '../api/types'

/** One sentence (the title) and one next act. */
export function EmptyMonth({ contract }: { contract: Contract }) {
  return (
    <section className="empty">
      <p>
        <Trans>Les chiffres apparaîtront ici dès qu’une source aura livré ses tickets pour ce mois.</Trans>
      </p>
      <Link to="/contrats/$contractId/sources" params={{ contractId: contract.id }} className="button">
        <Trans>Vérifier les sources</Trans>
      </Link>
    </section>
  )
}

export function NoCommitment() {
  return (
    <p className="empty soft">
      <Trans>Dès qu’un engagement sera inscrit au contrat et accepté par les deux parties, il sera jugé ici. Les indicateurs sont suivis en attendant.</Trans>
    </p>
  )
}
