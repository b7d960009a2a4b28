import './contracts.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { CopyValue } from '../ui/CopyValue'
import { useTitle } from '../ui/use-title'
import { ContractLine } from './ContractLine'
import { contractsQuery } from './queries'

/** Which contract? Straight to it when there is only one. */
export function ContractsPage() {
  const { t } = useLingui()
  useTitle(t`Vos contrats`)
  const contracts = useSuspenseQuery(contractsQuery).data.items
  const administers = useSession()?.functions.includes('platform_admin') ?? false
  const only = contracts.length === 1 ? contracts[0] : undefined
  if (only && !administers)
    return (
      <Navigate
        to={only.state === 'draft' ? '/contrats/$contractId/mise-en-route' : '/contrats/$contractId/pilotage'}
        params={{ contractId: only.id }}
        replace
      />
    )
  if (!contracts.length) return administers ? <Navigate to="/admin/organisations" replace /> : <NoContract />
  return (
    <>
      <h1>
        <Plural value={contracts.length} one="Un contrat vous est ouvert." other="# contrats vous sont ouverts." />
      </h1>
      <ul className="contract-list">
        {contracts.toSorted(byActivity).map((contract) => (
          <li key={contract.id}>
            <ContractLine contract={contract} />
          </li>
        ))}
      </ul>
      <Prepare />
    </>
  )
}

/** Contracts in force first, then the youngest. */
const byActivity = (a: Contract, b: Contract) =>
  Number(b.state === 'active') - Number(a.state === 'active') || b.starts_on.localeCompare(a.starts_on)

function NoContract() {
  return (
    <section className="empty">
      <h1>
        <Trans>Aucun contrat ne vous est ouvert.</Trans>
      </h1>
      <p>
        <Trans>Dès que votre organisation sera partie à un contrat, il apparaîtra ici. L’administrateur de votre organisation peut vous en dire plus.</Trans>
      </p>
      <Prepare />
      <Link to="/aide/bi" className="button-quiet">
        <Trans>Lire l’aide</Trans>
      </Link>
    </section>
  )
}

/** Managers begin a contract here; the code is what the other party gives to be named in one. */
function Prepare() {
  const session = useSession()
  const functions = session?.functions ?? []
  if (!functions.includes('manager') && !functions.includes('platform_admin')) return null
  return (
    <div className="prepare">
      <Link to="/contrats/nouveau" className="button">
        <Trans>Préparer un contrat</Trans>
      </Link>
      {session && !functions.includes('platform_admin') ? (
        <p className="soft small">
          <Trans>Code de votre organisation, à donner à qui veut vous nommer dans un contrat :</Trans> <CopyValue value={session.organisation.id} />
        </p>
      ) : null}
    </div>
  )
}
