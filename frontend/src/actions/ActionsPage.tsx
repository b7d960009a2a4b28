import './actions.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { useNames } from '../indicators/names'
import { Practices } from '../practices/Practices'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { SegmentLink } from '../ui/SegmentLink'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { ActionRow } from './ActionRow'
import { actionsQuery, LIMIT } from './queries'
import { mayAct, tally } from './whose'

/** What both parties do about what does not go well: mine and late first. */
export function ActionsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/actions' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const names = useNames()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const which = search.etat === 'closes' ? 'closed' : search.etat === 'toutes' ? 'all' : 'open'
  const narrowed = { mine: search.porteur === 'moi', late: search.retard === 'oui', which, indicator: search.indicator ?? null, origin: search.origin ?? null } as const
  const actions = useQuery(actionsQuery(contractId, narrowed))
  const open = useQuery(actionsQuery(contractId, { mine: false, late: false, which: 'open', indicator: null, origin: null }))
  const { forUs, late } = tally(open.data?.items ?? [], side, session?.person.id ?? null)
  useTitle(t`Actions`, contract.title)
  return (
    <>
      <h1>
        {forUs || late ? (
          <>
            <Plural value={forUs} _0="Rien n’attend votre réponse" one="Une action attend votre réponse" other="# actions attendent votre réponse" />
            {late ? <Plural value={late} one=" ; une action est en retard." other=" ; # actions sont en retard." /> : '.'}
          </>
        ) : (
          <Trans>Actions</Trans>
        )}
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Une action part d’une cause. L’une des parties la propose, l’autre l’accepte ; chacune nomme son porteur. Celle qui ne l’a pas
            faite vérifie qu’elle est faite. Une échéance ne bouge que d’un commun accord, et chaque étape reste inscrite.
          </Trans>
        </Understand>
        <CopyLink />
        {side && session && mayAct(session.functions) ? (
          <Link to="/contrats/$contractId/actions/new" params={{ contractId }} className="button no-print">
            <Trans>Proposer une action</Trans>
          </Link>
        ) : null}
      </div>
      <div className="actions-filters no-print">
        <nav className="segments" aria-label={t`Porteur`}>
          <SegmentLink search={{ porteur: undefined }} current={!narrowed.mine}>
            <Trans>Toutes</Trans>
          </SegmentLink>
          <SegmentLink search={{ porteur: 'moi' }}>
            <Trans>Les miennes</Trans>
          </SegmentLink>
        </nav>
        <nav className="segments" aria-label={t`État`}>
          <SegmentLink search={{ etat: undefined }} current={which === 'open'}>
            <Trans>Ouvertes</Trans>
          </SegmentLink>
          <SegmentLink search={{ etat: 'closes' }}>
            <Trans>Closes</Trans>
          </SegmentLink>
          <SegmentLink search={{ etat: 'toutes' }}>
            <Trans>Tous les états</Trans>
          </SegmentLink>
        </nav>
        <nav className="segments" aria-label={t`Échéance`}>
          <SegmentLink search={{ retard: undefined }} current={!narrowed.late}>
            <Trans>Toutes échéances</Trans>
          </SegmentLink>
          <SegmentLink search={{ retard: 'oui' }}>
            <Trans>En retard</Trans>
          </SegmentLink>
        </nav>
        {narrowed.indicator || narrowed.origin ? (
          <SegmentLink search={{ indicator: undefined, origin: undefined }} current={false}>
            <Trans>Sans le filtre {narrowed.indicator ? names.indicator(narrowed.indicator) : narrowed.origin}</Trans>
          </SegmentLink>
        ) : null}
      </div>
      <section className="panel">
        <h2 className="ruled">
          <Trans>Plan d’action</Trans>
        </h2>
        <Answer query={actions} height={360}>
          {({ items }) =>
            items.length ? (
              <>
                <ul className="plain actions-list">
                  {items.map((one) => (
                    <ActionRow key={one.id} action={one} contractId={contractId} side={side} me={session?.person.id ?? null} />
                  ))}
                </ul>
                {items.length === LIMIT ? (
                  <p className="soft small">
                    <Trans>Les {LIMIT} plus pressantes sont montrées : resserrez par porteur, état ou échéance.</Trans>
                  </p>
                ) : null}
              </>
            ) : (
              <p className="soft">
                <Trans>Aucune action ici. D’un indicateur manqué ou des mots d’un client, « Créer une action » en propose une à l’autre partie.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
      <section className="panel" id="pratiques">
        <h2 className="ruled">
          <Trans>Pratiques partagées</Trans>
        </h2>
        <Practices contractId={contractId} side={side} />
      </section>
    </>
  )
}
