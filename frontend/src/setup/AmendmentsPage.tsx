import './setup.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { commitmentsQuery, objectivesQuery, useTerms } from '../contracts/steps'
import { Answer } from '../ui/Answer'
import { useTitle } from '../ui/use-title'
import { waiting } from './changes'
import { History } from './History'
import { Proposal } from './Proposal'
import { Propose } from './Propose'

/** Changes of an accepted contract: one proposes, the other accepts or refuses, and the past keeps its terms. */
export function AmendmentsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const terms = useTerms(contractId) ?? []
  const objectives = useQuery(objectivesQuery(contractId)).data?.items ?? []
  const commitments = useQuery(commitmentsQuery(contractId))
  const functions = useSession()?.functions ?? []
  useTitle(t`Avenants`, contract.title)
  return (
    <>
      <h1>
        <Trans>Avenants</Trans>
      </h1>
      <p className="prose soft">
        <Trans>Un avenant vaut à partir d’une date, une fois accepté par les deux parties. Les périodes passées gardent leurs termes.</Trans>
      </p>
      <Answer query={commitments} height={240}>
        {({ items }) => {
          const proposed = waiting(terms, objectives, items)
          return (
            <>
              <section className="panel">
                <h2 className="ruled">
                  <Trans>En attente d’acceptation</Trans>
                </h2>
                {proposed.length ? (
                  <ul className="plain cards-list">
                    {proposed.map((one, index) => (
                      <li key={one.id}>
                        <Proposal contract={contract} change={one} objectives={objectives} place={index + 1} />
                      </li>
                    ))}
                  </ul>
                ) : (
                  <p className="soft">
                    <Trans>Aucun avenant n’attend.</Trans>
                  </p>
                )}
              </section>
              {functions.includes('manager') && contract.state === 'active' ? (
                <Propose contract={contract} terms={terms} objectives={objectives} commitments={items} />
              ) : null}
            </>
          )
        }}
      </Answer>
      <History contract={contract} />
    </>
  )
}
