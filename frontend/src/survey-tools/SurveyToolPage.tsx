import '../connect/connect.css'
import '../imports/imports.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { rememberSecret, secretOf } from '../connect/secrets'
import { contractQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { NotFoundPage } from '../shell/NotFoundPage'
import { Answer } from '../ui/Answer'
import { ConfirmButton } from '../ui/ConfirmButton'
import { CopyValue } from '../ui/CopyValue'
import { useTitle } from '../ui/use-title'
import { Deliveries } from './Deliveries'
import { FieldsForm } from './FieldsForm'
import { toolQuery } from './queries'
import { SystemSteps } from './SystemSteps'
import { ToolSecretForm } from './ToolSecretForm'
import { Tried } from './Tried'
import { useToolWords } from './words'
import { useToolWrites } from './writes'

/** From the address to the first counted answer. */
export function SurveyToolPage() {
  const { t } = useLingui()
  const format = useFormat()
  const words = useToolWords()
  const { contractId, toolId } = useParams({ from: '/signed-in/contrats/$contractId/verbatims/outils/$toolId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const tool = useQuery(toolQuery(contractId, toolId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const [told, setTold] = useState(() => secretOf(toolId))
  const { map, secret, trial } = useToolWrites(contractId, toolId)
  useTitle(t`Outil d’enquête`, tool.data?.name ?? '', contract.title)
  if (isStatus(tool.error, 404)) return <NotFoundPage />
  const renew = () =>
    secret.mutate(null, {
      onSuccess: (drawn) => {
        rememberSecret(toolId, drawn)
        setTold(drawn)
      },
    })
  return (
    <Answer query={tool} height={420}>
      {(one) => (
        <>
          <p className="eyebrow">{words.system(one.system)}</p>
          <h1>
            <Trans>Relier « {one.name} »</Trans>
          </h1>
          <div className="page-tools no-print">
            <Link to="/contrats/$contractId/verbatims/outils" params={{ contractId }} className="button-quiet">
              <Trans>Outils d’enquête</Trans>
            </Link>
          </div>
          <ol className="connect-steps">
            <li>
              <h2>
                <Trans>L’adresse, à donner à l’outil</Trans>
              </h2>
              <CopyValue value={one.url} block />
              {told ? (
                <div className="no-print">
                  <p>
                    <Trans>Le secret, montré une seule fois : il ne pourra plus être lu ici.</Trans>
                  </p>
                  <CopyValue value={told} block />
                </div>
              ) : null}
              {manages && !one.awaiting_secret ? (
                <p>
                  <ConfirmButton
                    label={<Trans>Renouveler le secret</Trans>}
                    question={<Trans>Un nouveau secret sera montré une fois ; l’ancien reste bon 24 heures, le temps de le remplacer dans l’outil.</Trans>}
                    confirm={<Trans>Renouveler</Trans>}
                    act={renew}
                    busy={secret.isPending}
                    failed={secret.isError}
                  />
                  {one.previous_secret_until ? (
                    <span className="soft small">
                      {' '}
                      <Trans>L’ancien secret est accepté jusqu’au {format.instant(one.previous_secret_until)}.</Trans>
                    </span>
                  ) : null}
                </p>
              ) : null}
            </li>
            <li>
              <h2>
                <Trans>Dans l’outil</Trans>
              </h2>
              <SystemSteps system={one.system} />
            </li>
            {one.awaiting_secret ? (
              <li>
                <h2>
                  <Trans>Le secret de l’outil</Trans>
                </h2>
                <p className="notice warning">
                  <Trans>En attente du secret : ce qui arrive est gardé sans être compté, et sera vérifié dès que le secret sera connu.</Trans>
                </p>
                {manages ? <ToolSecretForm tool={one} secret={secret} onDone={() => setTold(null)} /> : null}
              </li>
            ) : null}
            <li>
              <h2>
                <Trans>Quelle question est laquelle</Trans>
              </h2>
              <FieldsForm contractId={contractId} tool={one} may={manages} map={map} />
            </li>
            {manages ? (
              <li className="no-print">
                <h2>
                  <Trans>Un essai</Trans>
                </h2>
                <Tried trial={trial} disabled={one.awaiting_secret} />
              </li>
            ) : null}
            <li className="no-print">
              <h2>
                <Trans>Dernières livraisons</Trans>
              </h2>
              <Deliveries contractId={contractId} toolId={toolId} />
            </li>
          </ol>
        </>
      )}
    </Answer>
  )
}
