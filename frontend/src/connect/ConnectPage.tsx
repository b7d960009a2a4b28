import './connect.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/client'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { NotFoundPage } from '../shell/NotFoundPage'
import { Answer } from '../ui/Answer'
import { CopyValue } from '../ui/CopyValue'
import { ScopePanel } from '../scope/ScopePanel'
import { useTitle } from '../ui/use-title'
import { LiveChecks } from './LiveChecks'
import { SecretForm } from './SecretForm'
import { secretOf } from './secrets'
import { ToolSteps } from './ToolSteps'

/** From the address to the first counted ticket; printable for whoever administers the tool and has no account here. */
export function ConnectPage() {
  const { t } = useLingui()
  const { contractId, sourceId } = useParams({ from: '/signed-in/contrats/$contractId/sources/$sourceId/connexion' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const source = useQuery(api.queryOptions('get', '/api/kpi/v1/sources/{source_id}', { params: { path: { source_id: sourceId } } }))
  const manages = useSession()?.functions.includes('manager') ?? false
  const [told, setTold] = useState(() => secretOf(sourceId))
  const [printed, setPrinted] = useState(false)
  useTitle(t`Connexion`, source.data?.name ?? '', contract.title)
  if (isStatus(source.error, 404)) return <NotFoundPage />
  return (
    <Answer query={source} height={420}>
      {(one) => (
        <>
          <h1>
            <Trans>Relier « {one.name} »</Trans>
          </h1>
          <div className="page-tools no-print">
            <button type="button" className="button-quiet" onClick={() => window.print()}>
              <Trans>Imprimer pour l’administrateur de l’outil</Trans>
            </button>
            {told ? (
              <label className="line">
                <input type="checkbox" checked={printed} onChange={(event) => setPrinted(event.target.checked)} />
                <Trans>avec le secret</Trans>
              </label>
            ) : null}
          </div>
          <ol className="connect-steps">
            <li>
              <h2>
                <Trans>L’adresse, à donner à l’outil</Trans>
              </h2>
              <CopyValue value={one.url} block />
              {told ? (
                <div className={printed ? undefined : 'no-print'}>
                  <p>
                    <Trans>Le secret, montré une seule fois : il ne pourra plus être lu ici.</Trans>
                  </p>
                  <CopyValue value={told} block />
                </div>
              ) : null}
              {told && !printed ? (
                <p className="only-print">
                  <Trans>Le secret vous est remis séparément.</Trans>
                </p>
              ) : null}
            </li>
            <li>
              <h2>
                <Trans>Dans l’outil</Trans>
              </h2>
              <ToolSteps system={one.system} />
            </li>
            {one.awaiting_secret ? (
              <li>
                <h2>
                  <Trans>Le secret de l’outil</Trans>
                </h2>
                <p className="notice warning">
                  <Trans>En attente du secret : ce qui arrive est gardé sans être compté, et sera vérifié dès que le secret sera connu.</Trans>
                </p>
                {manages ? <SecretForm sourceId={sourceId} system={one.system} onDone={() => setTold(null)} /> : null}
              </li>
            ) : one.system === 'zendesk' && manages && !one.previous_secret_until ? (
              <li className="no-print">
                <h2>
                  <Trans>Le secret du second webhook (satisfaction)</Trans>
                </h2>
                <SecretForm sourceId={sourceId} system={one.system} beside onDone={() => setTold(null)} />
              </li>
            ) : null}
            <li className="no-print">
              <h2>
                <Trans>Périmètre</Trans>
              </h2>
              <p>
                <Trans>Quels tickets de cet outil relèvent du contrat ? Marque, formulaire, groupe, canal ou étiquette, tels qu’ils étaient à la création du ticket.</Trans>
              </p>
              <ScopePanel contract={contract} sourceId={sourceId} bare />
            </li>
            <li className="no-print">
              <h2>
                <Trans>Un ticket d’essai</Trans>
              </h2>
              <p>
                <Trans>Créez un ticket d’essai dans l’outil, ou utilisez son bouton « Tester ». Cette page suit ce qui arrive.</Trans>
              </p>
              <LiveChecks contractId={contractId} sourceId={sourceId} />
            </li>
          </ol>
          <p className="no-print">
            <Link to="/contrats/$contractId/sources" params={{ contractId }} search={{ source: sourceId }}>
              <Trans>Voir toutes les livraisons de cette source</Trans>
            </Link>
          </p>
        </>
      )}
    </Answer>
  )
}
