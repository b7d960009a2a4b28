import '../connect/connect.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { PartyMark } from '../ui/PartyMark'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { NewToolForm } from './NewToolForm'
import { toolsQuery } from './queries'
import { useToolWords } from './words'

/** The survey tools that send their answers by themselves. */
export function SurveyToolsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const words = useToolWords()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const tools = useQuery(toolsQuery(contractId))
  const heads = { name: t`Outil`, questions: t`Champs reliés`, created: t`Relié` }
  useTitle(t`Outils d’enquête`, contract.title)
  return (
    <>
      <h1>
        <Trans>Outils d’enquête</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Un outil d’enquête relié envoie chaque réponse terminée dès qu’elle est donnée. Ce qu’il envoie est gardé chiffré le temps de le
            relire ; les données personnelles des commentaires sont masquées dès la réception, à l’identique pour les deux parties.
          </Trans>
        </Understand>
        <Link to="/contrats/$contractId/verbatims" params={{ contractId }} className="button-quiet">
          <Trans>Verbatims</Trans>
        </Link>
      </div>
      <section className="panel">
        <Answer query={tools} height={120}>
          {({ items }) =>
            items.length ? (
              <ScrollRegion label={t`Outils d’enquête`}>
                <table className="ledger cards">
                  <Heads labels={Object.values(heads)} numbers={[heads.questions]} />
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">
                          <Link to="/contrats/$contractId/verbatims/outils/$toolId" params={{ contractId, toolId: one.id }}>
                            {one.name}
                          </Link>
                          <span className="soft small under">{words.system(one.system)}</span>
                        </th>
                        <Cell label={heads.questions} number>
                          {format.integer(one.fields.length)}
                        </Cell>
                        <Cell label={heads.created}>
                          {format.instant(one.created.at)}
                          <span className="soft small under">
                            <PartyMark side={one.created.side} /> {one.created.name}
                          </span>
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            ) : (
              <p className="soft">
                <Trans>Aucun outil d’enquête n’est relié à cette prestation.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
      {manages ? <NewToolForm contractId={contractId} /> : null}
    </>
  )
}
