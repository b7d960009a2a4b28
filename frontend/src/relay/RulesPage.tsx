import './relay.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { ThemesEditor } from '../themes/ThemesEditor'
import { themesQuery } from '../themes/queries'
import { Answer } from '../ui/Answer'
import { useTitle } from '../ui/use-title'
import { rulesQuery, teamsQuery } from './queries'
import { RulesEditor } from './RulesEditor'
import { Teams } from './Teams'

/** Which answers go to which team, who is in it, and what words are told to be about. */
export function RulesPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const manages = side !== null && (session?.functions.includes('manager') ?? false)
  const teams = useQuery(teamsQuery(contractId))
  const rules = useQuery(rulesQuery(contractId))
  const themes = useQuery(themesQuery(contractId))
  useTitle(t`Règles, équipes et thèmes`, contract.title)
  return (
    <>
      <p className="eyebrow">
        <Link to="/contrats/$contractId/a-traiter" params={{ contractId }}>
          <Trans>À traiter</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Règles, équipes et thèmes</Trans>
      </h1>
      <section className="panel">
        <h2 className="ruled">
          <Trans>Équipes du prestataire</Trans>
        </h2>
        <Answer query={teams} height={120}>
          {(data) => <Teams contractId={contractId} teams={data.items} side={side} manages={manages && side === 'sous_traitant'} />}
        </Answer>
      </section>
      <section className="panel">
        <h2 className="ruled">
          <Trans>Règles du relais</Trans>
        </h2>
        <p className="soft prose">
          <Trans>
            Chaque réponse avec des mots va à l’équipe de la première règle qui lui convient ; sans règle, à aucune. Une règle vaut pour les
            réponses données et arrivées après elle, trente jours au plus après avoir été données. L’une ou l’autre partie les écrit, les deux
            voient qui l’a fait.
          </Trans>
        </p>
        {rules.data?.left_out_30_days ? (
          <p className="soft">
            <Plural
              value={rules.data.left_out_30_days}
              one="Sur les trente derniers jours, une réponse avec des mots n’a pas été relayée parce qu’elle avait été donnée avant la règle ou était trop ancienne à son arrivée."
              other="Sur les trente derniers jours, # réponses avec des mots n’ont pas été relayées parce qu’elles avaient été données avant la règle ou étaient trop anciennes à leur arrivée."
            />
          </p>
        ) : null}
        <Answer query={rules} height={240}>
          {(data) => (
            <Answer query={teams} height={240}>
              {(all) => <RulesEditor key={data.version} contractId={contractId} rules={data} teams={all.items} themes={themes.data?.items ?? []} manages={manages} />}
            </Answer>
          )}
        </Answer>
      </section>
      <section className="panel" id="themes">
        <h2 className="ruled">
          <Trans>Thèmes</Trans>
        </h2>
        <Answer query={themes} height={480}>
          {(data) => <ThemesEditor key={data.version} contractId={contractId} themes={data} manages={manages} />}
        </Answer>
      </section>
    </>
  )
}
