import './actions.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { NotFoundPage } from '../shell/NotFoundPage'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { useTitle } from '../ui/use-title'
import { Acts } from './Acts'
import { Due } from './Due'
import { EffectPanel } from './EffectPanel'
import { History } from './History'
import { OriginLink } from './OriginLink'
import { Owners } from './Owners'
import { actionQuery } from './queries'
import { mayAct } from './whose'
import { useActionWords } from './words'

/** One action: what is next, whether it worked, and everything that happened. */
export function ActionPage() {
  const { t } = useLingui()
  const { contractId, actionId } = useParams({ from: '/signed-in/contrats/$contractId/actions/$actionId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const words = useActionWords()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const action = useQuery(actionQuery(contractId, actionId))
  useTitle(action.data?.title ?? t`Action`, contract.title)
  if (isStatus(action.error, 404)) return <NotFoundPage />
  return (
    <article className="action">
      <Answer query={action} height={640}>
        {(data) => (
          <>
            <header>
              <p className="eyebrow">
                <Link to="/contrats/$contractId/actions" params={{ contractId }}>
                  <Trans>Actions</Trans>
                </Link>{' '}
                · {words.state(data.state)}
              </p>
              <h1 lang="" dir="auto">
                {data.title}
              </h1>
              <div className="page-tools">
                <CopyLink />
              </div>
            </header>
            <dl className="facts action-facts">
              <div>
                <dt>
                  <Trans>Échéance</Trans>
                </dt>
                <dd>
                  <Due action={data} />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>Porteurs</Trans>
                </dt>
                <dd>
                  <Owners owners={data.owners} />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>D’où elle vient</Trans>
                </dt>
                <dd>
                  <OriginLink contractId={contractId} origin={data.origin} />
                </dd>
              </div>
            </dl>
            <section className="panel">
              <h2 className="ruled">
                <Trans>Cause</Trans>
              </h2>
              <p className="prose action-words" lang="" dir="auto">
                {data.cause}
              </p>
              {data.description ? (
                <p className="prose action-words" lang="" dir="auto">
                  {data.description}
                </p>
              ) : null}
            </section>
            <section className="panel">
              <h2 className="ruled">
                <Trans>La suite</Trans>
              </h2>
              <p>
                {data.awaits === null ? null : data.awaits === side ? (
                  <Trans>C’est à vous de répondre.</Trans>
                ) : (
                  <Trans>En attente : le {words.side(data.awaits)}.</Trans>
                )}
              </p>
              {side && session && mayAct(session.functions) ? <Acts contractId={contractId} action={data} side={side} me={session.person.id} /> : null}
            </section>
            {data.expected_effect ? (
              <section className="panel" id="effet">
                <h2 className="ruled">
                  <Trans>Effet</Trans>
                </h2>
                <EffectPanel action={data} contract={contract} />
              </section>
            ) : null}
            <section className="panel">
              <h2 className="ruled">
                <Trans>Ce qui s’est passé</Trans>
              </h2>
              <History steps={data.steps} />
            </section>
          </>
        )}
      </Answer>
    </article>
  )
}
