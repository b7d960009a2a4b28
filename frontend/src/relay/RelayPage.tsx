import './relay.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { currentMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { PeriodLinks } from '../indicators/PeriodLinks'
import { themesQuery } from '../themes/queries'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { monthBounds } from '../verbatims/bounds'
import { countOf } from './counts'
import { Delays } from './Delays'
import { Filters } from './Filters'
import { Items } from './Items'
import { OneItem } from './OneItem'
import { Praise } from './Praise'
import { countsQuery, delaysQuery, rulesQuery, teamsQuery, type View } from './queries'

/** Who sees what is told to the provider's own tool. */
const OVERSEE: readonly string[] = ['administrator', 'manager', 'signatory', 'auditor']

/** What customers said, for the team that served them: what is late first, each with its one next act. */
export function RelayPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { periode, etat, equipe, miens, retard, sorte, retour } = useSearch({ from: '/signed-in/contrats/$contractId/a-traiter' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const format = useFormat()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const month = periode ?? currentMonth(contract.zone)
  const kind = sorte ? 'praise' : 'trouble'
  const view: View = kind === 'praise' && etat === 'replied' ? 'open' : (etat ?? 'open')
  const late = retard === 'oui' && kind === 'trouble' && view === 'open'
  const mine = miens === 'oui'
  // What each side has to do, whatever the list is narrowed to: the team its open items, the client company the replies.
  const whole = useQuery(countsQuery(contractId, false))
  const counts = useQuery(countsQuery(contractId, mine))
  const teams = useQuery(teamsQuery(contractId))
  const rules = useQuery(rulesQuery(contractId))
  const themes = useQuery(themesQuery(contractId))
  const delays = useQuery(delaysQuery(contractId, monthBounds(month, contract.zone)))
  const left = (side === 'donneur_ordre' ? whole.data?.trouble.replied : whole.data?.trouble.open) ?? 0
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
      {retour ? <OneItem contract={contract} answerId={retour} side={side} themes={themes.data ?? null} /> : null}
      <section className="panel">
        <div className="panel-head">
          <h2>
            <Trans>Retours relayés</Trans>
          </h2>
        </div>
        <Filters side={side} view={view} kind={kind} late={late} mine={mine} team={equipe} teams={teams.data?.items ?? []} counts={counts.data} />
        <Items
          contract={contract}
          side={side}
          themes={themes.data ?? null}
          asked={{ view, kind, team: equipe, mine, late }}
          counted={countOf(counts.data, kind, equipe)}
        />
      </section>
      {kind === 'trouble' ? <Praise contract={contract} side={side} themes={themes.data ?? null} counted={countOf(counts.data, 'praise', equipe)} team={equipe} mine={mine} /> : null}
    </>
  )
}
