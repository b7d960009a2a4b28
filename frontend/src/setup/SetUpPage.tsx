import './setup.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { contractQuery } from '../contracts/queries'
import { STEPS, type Step } from '../contracts/step-names'
import { doneOf, useSteps } from '../contracts/steps'
import { Mark } from '../ui/Verdict'
import { useTitle } from '../ui/use-title'
import { AcceptanceStep } from './AcceptanceStep'
import { CommitmentsStep } from './CommitmentsStep'
import { History } from './History'
import { ObjectivesStep } from './ObjectivesStep'
import { PartiesStep } from './PartiesStep'
import { RulesStep } from './RulesStep'
import { SchedulesStep } from './SchedulesStep'
import { SourceStep } from './SourceStep'
import { useStepWords } from './words'

const PANELS: Record<Step, (props: { contract: Contract; mayWrite: boolean }) => React.ReactNode> = {
  parties: PartiesStep,
  horaires: SchedulesStep,
  delais: RulesStep,
  objectifs: ObjectivesStep,
  engagements: CommitmentsStep,
  source: SourceStep,
  acceptation: AcceptanceStep,
}

/** Seven steps, each kept by itself: one leaves and comes back where one was, on either side. */
export function SetUpPage() {
  const { t } = useLingui()
  const words = useStepWords()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { etape } = useSearch({ from: '/signed-in/contrats/$contractId/mise-en-route' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const functions = useSession()?.functions ?? []
  const mayWrite = functions.some((one) => one === 'manager' || one === 'platform_admin')
  const steps = useSteps(contract)
  useTitle(t`Mise en route`, contract.title)
  if (contract.state !== 'draft') return <InForce contract={contract} />
  if (!steps) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const current = etape ?? STEPS.find((one) => !steps[one]) ?? 'acceptation'
  const Panel = PANELS[current]
  return (
    <>
      <h1>
        <Trans>
          Mise en route : <Plural value={doneOf(steps)} one="# étape" other="# étapes" /> sur {STEPS.length}
        </Trans>
      </h1>
      <ol className="set-up-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <Link to="." search={(kept: object) => ({ ...kept, etape: step }) as never} aria-current={step === current ? 'step' : undefined} resetScroll={false}>
              <Mark tone={steps[step] ? 'met' : 'none'} />
              <span>
                {words.name(step)}
                <span className="soft small under">{steps[step] ? <Trans>fait</Trans> : <Trans>attendu de : {words.expected(step)}</Trans>}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <div className="panel">
        <h2 className="ruled">
          {words.name(current)}
        </h2>
        {mayWrite ? null : (
          <p className="notice">
            <Trans>Vous lisez ce brouillon. Un responsable de votre organisation peut le modifier.</Trans>
          </p>
        )}
        <Panel key={current} contract={contract} mayWrite={mayWrite} />
      </div>
      <History contract={contract} />
    </>
  )
}

function InForce({ contract }: { contract: Contract }) {
  return (
    <section className="empty">
      <h1>
        <Trans>Le contrat est en vigueur.</Trans>
      </h1>
      <p>
        <Trans>Les deux parties ont accepté le même texte. Il ne change plus que par avenant des deux.</Trans>
      </p>
      <div className="acts">
        <Link to="/contrats/$contractId/pilotage" params={{ contractId: contract.id }} className="button">
          <Trans>Ouvrir le pilotage</Trans>
        </Link>
        <Link to="/contrats/$contractId/contrat" params={{ contractId: contract.id }} className="button-quiet">
          <Trans>Lire le contrat</Trans>
        </Link>
      </div>
    </section>
  )
}
