import './today.css'
import '../indicator/indicator.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Board, Today } from '../api/types'
import { contractQuery, sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { TEAM } from '../shell/navigation'
import { Answer } from '../ui/Answer'
import { FreshnessLine } from '../ui/FreshnessLine'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { DayBars } from './DayBars'
import { DueTable } from './DueTable'
import { Goals } from './Goals'
import { todayQuery } from './queries'

const SHOWN = 25
const MORE = 100
const MOST = 1000

/** The day of the provider's team: what came, what was done, what breaks next; of the team, never of a person. */
export function TodayPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const [limit, setLimit] = useState(SHOWN)
  const reads = session !== null && sideOf(contract, session.organisation.id) === 'sous_traitant' && session.functions.some((one) => TEAM.has(one))
  const today = useQuery({ ...todayQuery(contractId, limit), enabled: reads })
  useTitle(t`Mon équipe`, contract.title)
  if (!reads) return <NotOurs />
  return (
    <>
      {today.data ? null : (
        <h1>
          <Trans>Mon équipe</Trans>
        </h1>
      )}
      <Answer query={today} height={480}>
        {(data) => (
          <>
            <div className="lead">
              <Head today={data} />
            </div>
            <Goals today={data} />
            {data.board ? (
              <>
                <Stock board={data.board} />
                <DayBars board={data.board} asOf={data.as_of} />
                <DueTable due={data.board.due} shown={limit} more={limit < MOST ? () => setLimit(Math.min(MOST, limit + MORE)) : null} />
              </>
            ) : (
              <p className="notice warning">
                <Trans>Plus de 20 000 tickets sont ouverts ou ont bougé aujourd’hui : le détail par demi-heure n’est pas compté.</Trans>
              </p>
            )}
          </>
        )}
      </Answer>
      <Understand>
        <Trans>
          La journée locale de la prestation, par demi-heure, d’après les mêmes évènements que les chiffres. Cette page est celle du prestataire : le donneur d’ordre ne la voit pas, car il
          n’organise ni ne dirige le travail de vos équipes. Elle ne montre que l’équipe entière, jamais une personne.
        </Trans>
      </Understand>
    </>
  )
}

function NotOurs() {
  return (
    <>
      <h1>
        <Trans>Mon équipe</Trans>
      </h1>
      <p className="empty">
        <Trans>Cette page est réservée aux responsables et aux chefs d’équipe du prestataire.</Trans>
      </p>
    </>
  )
}

function Head({ today }: { today: Today }) {
  const format = useFormat()
  const open = today.board ? Object.values(today.board.open).reduce((sum, one) => sum + one, 0) : 0
  const due = today.board ? today.board.half_hours.reduce((sum, one) => sum + one.due_first_response + one.due_resolution, 0) : 0
  return (
    <>
      <p className="eyebrow">{format.day(today.day, 'full')}</p>
      <h1>
        {today.board ? (
          <>
            <Plural value={open} _0="Aucun ticket n’est ouvert," one="Un ticket est ouvert," other="# tickets sont ouverts," />{' '}
            <Plural value={due} _0="aucun délai n’échoit d’ici minuit." one="un délai échoit d’ici minuit." other="# délais échoient d’ici minuit." />
          </>
        ) : (
          <Trans>Mon équipe</Trans>
        )}
      </h1>
      <FreshnessLine dataAsOf={today.as_of} />
    </>
  )
}

function Stock({ board: { open, overdue } }: { board: Board }) {
  const { t } = useLingui()
  const format = useFormat()
  const facts: [string, number][] = [
    [t`Nouveaux`, open.new],
    [t`Ouverts`, open.open],
    [t`En attente du client`, open.pending],
    [t`En suspens`, open.hold],
    [t`Première réponse en retard`, overdue.first_response],
    [t`Résolution en retard`, overdue.resolution],
  ]
  return (
    <section className="panel" aria-label={t`Tickets ouverts`}>
      <div className="panel-head">
        <h2>
          <Trans>Tickets ouverts</Trans>
        </h2>
      </div>
      <dl className="facts">
        {facts.map(([name, tickets]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.integer(tickets)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
