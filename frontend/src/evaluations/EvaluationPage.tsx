import './evaluations.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Course } from './Course'
import { CriteriaPanel } from './CriteriaPanel'
import { criteriaQuery, quartersQuery } from './queries'
import { QuarterPanel } from './QuarterPanel'

/** What each party says of the other, quarter by quarter. */
export function EvaluationPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const manages = session?.functions.includes('manager') ?? false
  const quarters = useQuery(quartersQuery(contractId))
  const criteria = useQuery(criteriaQuery(contractId))
  useTitle(t`Évaluation mutuelle`, contract.title)
  return (
    <>
      <h1>
        <Trans>Évaluation mutuelle</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Chaque trimestre, chaque partie note l’autre de 1 à 5 sur des critères convenus. Les notes de l’une restent scellées tant que
            l’autre n’a pas donné les siennes, ou jusqu’à la fin du trimestre suivant : personne ne répond aux notes de l’autre. Ensuite,
            chacune lit les deux.
          </Trans>
        </Understand>
        <Link to="/contrats/$contractId/echanges" params={{ contractId }} className="button-quiet no-print">
          <Trans>Échanges</Trans>
        </Link>
      </div>
      <Answer query={quarters} height={420}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <QuarterPanel key={one.quarter} contractId={contractId} quarter={one} side={side} manages={manages} />
            ))}
            <Course quarters={items} />
          </>
        )}
      </Answer>
      <section className="panel" id="criteres">
        <h2 className="ruled">
          <Trans>Critères</Trans>
        </h2>
        <Answer query={criteria} height={200}>
          {(data) => <CriteriaPanel contractId={contractId} criteria={data} side={side} manages={manages} />}
        </Answer>
      </section>
    </>
  )
}
