import '../connect/connect.css'
import './outgoing.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { teamsQuery } from '../relay/queries'
import { Answer } from '../ui/Answer'
import { Refusal } from '../ui/Refusal'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { HookCard } from './HookCard'
import { HookForm } from './HookForm'
import { hooksQuery, useNewHook } from './queries'

const MOST = 5

/** The provider's own tools that are told of the relay: its managers set them up, the client company sees that they exist. */
export function OutgoingPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const provider = side === 'sous_traitant'
  const manages = provider && (session?.functions.includes('manager') ?? false)
  const hooks = useQuery(hooksQuery(contractId))
  const teams = useQuery(teamsQuery(contractId))
  const create = useNewHook(contractId)
  const title = provider ? t`Vers votre outil` : t`Vers l’outil du prestataire`
  useTitle(title, contract.title)
  return (
    <>
      <p className="eyebrow">
        <Link to="/contrats/$contractId/a-traiter" params={{ contractId }}>
          <Trans>À traiter</Trans>
        </Link>
      </p>
      <h1>{title}</h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Ce qui est relayé aux équipes du prestataire peut aussi entrer dans son propre outil, par messages signés. Les mots des clients y
            sont masqués comme ici, et n’y entrent que si le prestataire peut les lire. Le donneur d’ordre voit que l’outil existe et son hôte.
          </Trans>
        </Understand>
      </div>
      {isStatus(hooks.error, 403) ? (
        <p className="notice">
          <span>
            <Refusal error={hooks.error}>
              <Trans>Cette page est lue par les responsables, signataires, administrateurs et auditeurs des deux parties.</Trans>
            </Refusal>
          </span>
        </p>
      ) : (
        <Answer query={hooks} height={300}>
          {({ items }) => (
            <>
              {items.map((one) => (
                <HookCard key={one.id} contractId={contractId} hook={one} teams={teams.data?.items ?? []} manages={manages} />
              ))}
              {items.length ? null : (
                <p className="soft">
                  <Trans>Aucun outil n’est prévenu.</Trans>
                </p>
              )}
              {manages && items.filter((one) => one.state !== 'removed').length < MOST ? (
                <section className="panel no-print">
                  <div className="panel-head">
                    <h2>
                      <Trans>Ajouter un outil</Trans>
                    </h2>
                  </div>
                  <ol className="prose">
                    <li>
                      <Trans>Dans votre outil, créer une adresse qui reçoit des webhooks, et la coller ici.</Trans>
                    </li>
                    <li>
                      <Trans>Copier le secret, montré une seule fois, dans votre outil : il vérifie ainsi que les messages viennent d’ici.</Trans>
                    </li>
                    <li>
                      <Trans>Envoyer un essai : il ne concerne aucun client, et son sort s’affiche aussitôt.</Trans>
                    </li>
                  </ol>
                  <HookForm
                    key={items.length}
                    hook={null}
                    teams={teams.data?.items ?? []}
                    busy={create.isPending}
                    error={create.error}
                    save={(wanted) => create.mutate(wanted)}
                  />
                </section>
              ) : null}
            </>
          )}
        </Answer>
      )}
    </>
  )
}
