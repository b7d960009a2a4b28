import './sources.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { freshnessQuery } from '../indicators/queries'
import { CoveragePanel } from '../health/CoveragePanel'
import { RebuildPanel } from '../rebuilds/RebuildPanel'
import { FeedsPanel } from '../scope/FeedsPanel'
import { OutOfScope } from '../scope/OutOfScope'
import { ScopePanel } from '../scope/ScopePanel'
import { StaffPanel } from '../staff/StaffPanel'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Deliveries } from './Deliveries'
import { Health } from './Health'
import { ConnectLink, NoSource } from './NoSource'
import { PlatformHealth } from './PlatformHealth'
import { Quarantine } from './Quarantine'

/** Where the figures come from: what arrives, what does not, and what waits to be read again. */
export function SourcesPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { source: asked, ...filters } = useSearch({ from: '/signed-in/contrats/$contractId/sources' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const functions = useSession()?.functions ?? []
  // An administrator of the platform is no party: it sees whether sources live, never what they carry.
  const party = functions.some((one) => one !== 'platform_admin')
  const manages = functions.includes('manager')
  const sources = useQuery({ ...freshnessQuery(contractId), enabled: party })
  const items = sources.data?.items ?? []
  const chosen = items.find((one) => one.source_id === asked) ?? items[0] ?? null
  useTitle(t`Sources`, contract.title)
  return (
    <>
      <h1>
        {sources.data && items.length ? (
          <Plural value={items.length} one="Une source alimente ce contrat." other="# sources alimentent ce contrat." />
        ) : (
          <Trans>Sources</Trans>
        )}
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Une source est un outil de tickets relié au contrat : chaque livraison reçue est gardée, vérifiée, puis comptée. Ce qui n’a
            pas pu être lu attend en quarantaine.
          </Trans>
        </Understand>
        {chosen && chosen.contract_id === contractId ? (
          <Link to="/contrats/$contractId/sources/$sourceId/connexion" params={{ contractId, sourceId: chosen.source_id }} className="button-quiet">
            <Trans>Suivre la connexion</Trans>
          </Link>
        ) : null}
        {chosen && chosen.contract_id === contractId && manages ? (
          <Link to="/contrats/$contractId/sources/$sourceId/essai" params={{ contractId, sourceId: chosen.source_id }} className="button-quiet">
            <Trans>Console d’essai</Trans>
          </Link>
        ) : null}
        {chosen && chosen.contract_id === contractId ? (
          <Link to="/contrats/$contractId/sources/$sourceId/reprise" params={{ contractId, sourceId: chosen.source_id }} className="button-quiet">
            <Trans>Comparer et reprendre l’historique</Trans>
          </Link>
        ) : null}
        {chosen ? <ConnectLink contract={contract} quiet /> : null}
      </div>
      {party ? (
        <Answer query={sources} height={220}>
          {() => (chosen ? <Health items={items} chosen={chosen.source_id} /> : <NoSource contract={contract} />)}
        </Answer>
      ) : (
        <PlatformHealth contractId={contractId} />
      )}
      {chosen ? (
        <>
          <CoveragePanel key={`health ${chosen.source_id}`} contract={contract} source={chosen} manages={manages} />
          {chosen.contract_id === contractId ? (
            <>
              <Quarantine key={`quarantine ${chosen.source_id}`} source={chosen} mayRead={manages} />
              <Deliveries key={chosen.source_id} source={chosen} filters={filters} contract={contract} />
            </>
          ) : null}
          {/* Last: they may turn out to be nothing, and what has been read above must not move then. */}
          <ScopePanel key={`scope ${chosen.source_id}`} contract={contract} sourceId={chosen.source_id} />
          <OutOfScope key={`out ${chosen.source_id}`} contractId={contractId} sourceId={chosen.source_id} />
          <StaffPanel key={`staff ${chosen.source_id}`} contract={contract} sourceId={chosen.source_id} />
          <FeedsPanel key={`feeds ${chosen.source_id}`} contract={contract} sourceId={chosen.source_id} homeId={chosen.contract_id} />
          <RebuildPanel contractId={contractId} manages={manages} />
        </>
      ) : null}
    </>
  )
}
