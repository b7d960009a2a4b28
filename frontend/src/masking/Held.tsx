import { Trans } from '@lingui/react/macro'
import { useSession } from '../api/session'
import type { Contract, Verbatim } from '../api/types'
import { sideOf } from '../contracts/queries'
import { release, useMaskingWrite } from './queries'

/** Words that wait: said to the provider, let go by the donneur d'ordre. */
export function Held({ contract, verbatim }: { contract: Contract; verbatim: Verbatim }) {
  const session = useSession()
  const decides = session ? sideOf(contract, session.organisation.id) === 'donneur_ordre' : false
  const reviews = decides && (session?.functions.some((one) => one === 'manager' || one === 'team_lead') ?? false)
  const go = useMaskingWrite(() => release(contract.id, [verbatim.id]))
  return (
    <p className="small masking-held">
      <span>{decides ? <Trans>Pas encore visible pour le prestataire</Trans> : <Trans>En attente de relecture par le donneur d’ordre</Trans>}</span>
      {reviews ? (
        <button type="button" className="button-quiet no-print" disabled={go.isPending} onClick={() => go.mutate(undefined)}>
          <Trans>Relu : laisser voir</Trans>
        </button>
      ) : null}
      {go.isError ? (
        <span className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </span>
      ) : null}
    </p>
  )
}
