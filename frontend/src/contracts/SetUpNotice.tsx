import { Plural, Trans } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import type { Contract } from '../api/types'
import { STEPS } from './step-names'
import { doneOf, useSteps } from './steps'

/** On every page of a draft: how far it has come, and the way on. */
export function SetUpNotice({ contract }: { contract: Contract }) {
  const steps = useSteps(contract)
  const there = useLocation({ select: ({ pathname }) => pathname.endsWith('/mise-en-route') })
  if (there || !steps) return null
  return (
    <p className="notice no-print">
      <span>
        <Trans>
          Mise en route : <Plural value={doneOf(steps)} one="# étape" other="# étapes" /> sur {STEPS.length}. Le contrat est un brouillon jusqu’à son acceptation par les deux parties.
        </Trans>
      </span>
      <Link to="/contrats/$contractId/mise-en-route" params={{ contractId: contract.id }}>
        <Trans>Continuer</Trans>
      </Link>
    </p>
  )
}
