import './relay.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Contract, RelayItem, Themes } from '../api/types'
import type { Side } from '../charts/types'
import { contractQuery, sideOf } from '../contracts/queries'
import { currentMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { PeriodLinks } from '../indicators/PeriodLinks'
import { themesQuery } from '../themes/queries'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { SegmentLink } from '../ui/SegmentLink'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { monthBounds } from '../verbatims/bounds'
import { Delays } from './Delays'
import { ItemCard } from './ItemCard'
import { Praise } from './Praise'
import { delaysQuery, itemsQuery, rulesQuery, teamsQuery, type View } from './queries'

/** Who sees what is told to the provider's own tool. */
const OVERSEE: readonly string[] = ['administrator', 'manager', 'signatory', 'auditor']

/** What customers said, for the team that served them: what is late first, each with its one next act. */
export function RelayPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { periode, etat, equipe, miens } = useSearch({ from: '/signed-in/contrats/$contractId/a-traiter' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const format = useFormat()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const month = periode ?? currentMonth(contract.zone)
  const view: View = etat ?? 'open'
  const mine = miens === 'oui'
  const items = useQuery(itemsQuery(contractId, { view, kind: 'trouble', team: equipe, mine }))
  // What each side has to do: the team its open items, the client company the replies.
  const waiting = useQuery(itemsQuery(contractId, { view: side === 'donneur_ordre' ? 'replied' : 'open', kind: 'trouble' }))
  const teams = useQuery(teamsQuery(contractId))
  const rules = useQuery(rulesQuery(contractId))
  const themes = useQuery(themesQuery(contractId))
  const delays = useQuery(delaysQuery(contractId, monthBounds(month, contract.zone)))
  const shared: Omit<GroupProps, 'title' | 'items'> = { contract, side, themes: themes.data ?? null }
  const left = waiting.data?.items.length ?? 0
  useTitle(t`À traiter`, contract.title)
  return (
    <>
      <h1>
        {left === 0 ? (
          <Trans>À traiter</Trans>
        ) : side === 'donneur_ordre' ? (
          <Plural value={left} one="Une réponse du prestataire attend votre avis." other="# réponses du prestataire attendent votre avis." />
        ) : (
          <Plural value={left} one="Un retour de client attend votre équipe." other="# retours de clients attendent votre équipe." />
        )}
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Les mots des clients arrivent à l’équipe qui les a servis, selon des règles que les deux parties voient. L’équipe prend en compte,
            dit la cause, ce qui est fait, puis répond ; le donneur d’ordre accepte la réponse ou la juge insuffisante. Les délais des deux
            parties sont mesurés.
          </Trans>
        </Understand>
        <PeriodLinks period={month} latest={currentMonth(contract.zone)} />
        <CopyLink frozen={{ periode: month }} />
        <Link to="/contrats/$contractId/a-traiter/regles" params={{ contractId }} className="button-quiet no-print">
          <Trans>Règles, équipes et thèmes</Trans>
        </Link>
        {session?.functions.some((one) => OVERSEE.includes(one)) ? (
          <Link to="/contrats/$contractId/a-traiter/outil" params={{ contractId }} className="button-quiet no-print">
            {side === 'sous_traitant' ? <Trans>Vers votre outil</Trans> : <Trans>Vers l’outil du prestataire</Trans>}
          </Link>
        ) : null}
      </div>
      {rules.data && !rules.data.items.length ? (
        <p className="notice">
          <span>
            <Trans>Aucune règle : rien n’est encore relayé.</Trans>
          </span>
          <Link to="/contrats/$contractId/a-traiter/regles" params={{ contractId }}>
            <Trans>Écrire la première règle</Trans>
          </Link>
        </p>
      ) : null}
      <section className="panel">
        <div className="panel-head">
          <h2>
            <Trans>Délais des deux parties, {format.month(month)}</Trans>
          </h2>
        </div>
        <Answer query={delays} height={112}>
          {(data) => <Delays delays={data} />}
        </Answer>
      </section>
      <section className="panel">
        <div className="panel-head">
          <h2>
            <Trans>Retours relayés</Trans>
          </h2>
          <div className="end">
            <nav className="segments no-print" aria-label={t`Filtrer par état`}>
              <SegmentLink search={{ etat: undefined }} current={view === 'open'}>
                <Trans>À l’équipe</Trans>
              </SegmentLink>
              <SegmentLink search={{ etat: 'replied' }} current={view === 'replied'}>
                <Trans>Au donneur d’ordre</Trans>
              </SegmentLink>
              <SegmentLink search={{ etat: 'closed' }} current={view === 'closed'}>
                <Trans>Clos</Trans>
              </SegmentLink>
            </nav>
            {side === 'sous_traitant' ? (
              <nav className="segments no-print" aria-label={t`Filtrer par équipe dont je suis membre`}>
                <SegmentLink search={{ miens: undefined }} current={!mine}>
                  <Trans>Toutes les équipes</Trans>
                </SegmentLink>
                <SegmentLink search={{ miens: 'oui' }} current={mine}>
                  <Trans>Mes équipes</Trans>
                </SegmentLink>
              </nav>
            ) : null}
          </div>
        </div>
        {(teams.data?.items.length ?? 0) > 1 ? (
          <nav className="segments relay-teams no-print" aria-label={t`Filtrer par équipe`}>
            <SegmentLink search={{ equipe: undefined }} current={!equipe}>
              <Trans>Toutes</Trans>
            </SegmentLink>
            {teams.data?.items.map((one) => (
              <SegmentLink key={one.id} search={{ equipe: one.id }} current={equipe === one.id}>
                {one.name}
              </SegmentLink>
            ))}
          </nav>
        ) : null}
        <Answer query={items} height={480}>
          {(data) =>
            data.items.length ? (
              <>
                <Group title={t`En retard`} items={data.items.filter((one) => one.late)} {...shared} />
                <Group title={view === 'open' ? t`Dans les temps` : view === 'replied' ? t`Attendent l’avis du donneur d’ordre` : t`Clos`} items={data.items.filter((one) => !one.late)} {...shared} />
                {data.next_cursor ? (
                  <p className="soft">
                    <Trans>Les {format.integer(data.items.length)} premiers par échéance sont montrés ; les suivants viennent quand ils sont traités.</Trans>
                  </p>
                ) : null}
              </>
            ) : (
              <p className="soft">
                <Trans>Rien ici pour le moment. Les retours qui répondent à une règle arrivent en quelques secondes.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
      <Praise contract={contract} side={side} themes={themes.data ?? null} />
    </>
  )
}

interface GroupProps {
  title: string
  items: readonly RelayItem[]
  contract: Contract
  side: Side | null
  themes: Themes | null
}

function Group({ title, items, ...shared }: GroupProps) {
  const format = useFormat()
  if (!items.length) return null
  return (
    <>
      <h3 className="relay-group">
        {title} <span className="soft">({format.integer(items.length)})</span>
      </h3>
      <ul className="plain relay-list">
        {items.map((one) => (
          <li key={one.id}>
            <ItemCard item={one} {...shared} />
          </li>
        ))}
      </ul>
    </>
  )
}
