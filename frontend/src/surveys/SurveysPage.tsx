import './surveys.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { surveysQuery } from './queries'
import { SurveyForm } from './SurveyForm'
import { SurveyPanel } from './SurveyPanel'

/** The contract's hosted surveys: what each asks, how many answer, and how customers are invited. */
export function SurveysPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const surveys = useQuery(surveysQuery(contractId))
  const [writing, setWriting] = useState(false)
  const open = surveys.data?.items.filter((one) => one.active).length
  useTitle(t`Enquêtes`, contract.title)
  return (
    <>
      <h1>{open ? <Plural value={open} one="Une enquête est ouverte." other="# enquêtes sont ouvertes." /> : <Trans>Enquêtes</Trans>}</h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Une page à une question, tenue par Copil : vous demandez un lien par client et votre outil l’envoie ; Copil n’envoie rien. Un lien
            vaut une réponse. Un client invité récemment est laissé au repos. Du client, Copil ne garde qu’un pseudonyme.
          </Trans>
        </Understand>
        {manages ? (
          <button type="button" className="button no-print" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            <Trans>Créer une enquête</Trans>
          </button>
        ) : null}
        <Link to="/contrats/$contractId/verbatims" params={{ contractId }} className="button-quiet no-print">
          <Trans>Lire les réponses</Trans>
        </Link>
      </div>
      {writing ? <SurveyForm contract={contract} held={null} onDone={() => setWriting(false)} /> : null}
      <Answer query={surveys} height={320}>
        {({ items }) =>
          items.length ? (
            items.map((one) => <SurveyPanel key={one.id} contract={contract} survey={one} manages={manages} />)
          ) : (
            <p className="soft">
              <Trans>Aucune enquête. La première demande une marque, une question, et qui répond des données.</Trans>
            </p>
          )
        }
      </Answer>
    </>
  )
}
