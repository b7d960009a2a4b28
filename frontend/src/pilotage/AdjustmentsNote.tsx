import { Plural } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { adjustmentsQuery } from '../indicators/queries'

/** That values of the month changed after they had been published, and where to see which; nothing where none did. */
export function AdjustmentsNote({ contractId, period }: { contractId: string; period: string }) {
  const lines = useQuery(adjustmentsQuery(contractId, period)).data?.items ?? []
  if (lines.length === 0) return null
  return (
    <p>
      <Link to="/contrats/$contractId/indicateurs" params={{ contractId }} search={{ periode: period }} hash="ajustements">
        <Plural value={lines.length} one="# valeur ajustée après sa publication" other="# valeurs ajustées après leur publication" />
      </Link>
    </p>
  )
}
