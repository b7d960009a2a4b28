import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { lastCompleteMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { figuresQuery } from '../indicators/queries'
import { isContractual, tallyOf } from '../indicators/tally'
import { organisationNamesQuery, sideOf } from './queries'
import { Overview } from './Overview'

/** One contract: with whom, how the last month went, all its commitments on one ruler. */
export function ContractLine({ contract }: { contract: Contract }) {
  const format = useFormat()
  const names = useQuery(organisationNamesQuery).data ?? {}
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const other = side === 'donneur_ordre' ? contract.sous_traitant_id : contract.donneur_ordre_id
  const period = lastCompleteMonth(contract.zone)
  // Figures are the parties' own; who runs the platform looks at the sources.
  const { data } = useQuery({ ...figuresQuery(contract.id, period), enabled: side !== null })
  const figures = (data?.items ?? []).filter(isContractual)
  const tally = tallyOf(figures)
  return (
    <Link
      to={
        contract.state === 'draft'
          ? '/contrats/$contractId/mise-en-route'
          : side === null
            ? '/contrats/$contractId/sources'
            : '/contrats/$contractId/pilotage'
      }
      params={{ contractId: contract.id }}
      className="contract-line"
    >
      <span className="contract-name">
        <strong>{contract.title}</strong>
        <span className="soft small">
          <i className={side === 'donneur_ordre' ? 'half provider' : 'half client'} aria-hidden="true" />{' '}
          {side === 'donneur_ordre' ? <Trans>prestataire : {names[other] ?? '…'}</Trans> : <Trans>donneur d’ordre : {names[other] ?? '…'}</Trans>}
        </span>
      </span>
      {side === null ? (
        <span className="soft small">
          <i className="half provider" aria-hidden="true" /> <Trans>prestataire : {names[contract.sous_traitant_id] ?? '…'}</Trans>
        </span>
      ) : (
        <Overview figures={figures} />
      )}
      <span className="contract-state">
        {contract.state !== 'active' && !figures.some((one) => one.value !== null) ? (
          <span className="soft">
            <Trans>Pas encore en vigueur</Trans>
          </span>
        ) : data && tally.total === tally.unsaid ? (
          <span className="soft">
            <Trans>Sans verdict en {format.month(period)}</Trans>
          </span>
        ) : data ? (
          <>
            <span className={tally.missed ? 'tone-missed strong' : 'tone-met strong'}>
              {tally.missed ? (
                <Plural value={tally.missed} one="# engagement manqué" other="# engagements manqués" />
              ) : (
                <Trans>Aucun engagement manqué</Trans>
              )}
            </span>
            <span className="soft small">
              <Trans>
                sur {tally.total}, {format.month(period)}
              </Trans>
            </span>
          </>
        ) : side === null ? null : (
          <span className="skeleton contract-wait" />
        )}
      </span>
    </Link>
  )
}
