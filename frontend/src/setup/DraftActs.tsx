import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { ConfirmButton } from '../ui/ConfirmButton'
import { DraftForm } from './DraftForm'
import { Refused } from './Refused'
import { abandonContract, useWrite } from './write'

/** Correcting what a draft says of itself, or giving it up where it was made by mistake. */
export function DraftActs({ contract }: { contract: Contract }) {
  const session = useSession()!
  const drafts = session.functions.includes('platform_admin') || session.organisation.id === contract.donneur_ordre_id
  const [correcting, setCorrecting] = useState(false)
  const navigate = useNavigate()
  const abandon = useWrite(abandonContract(contract.id), () => void navigate({ to: '/contrats' }), false)
  if (correcting) return <DraftForm contract={contract} onDone={() => setCorrecting(false)} />
  return (
    <>
      <div className="acts">
        <button type="button" className="button" onClick={() => setCorrecting(true)}>
          <Trans>Corriger</Trans>
        </button>
        {drafts ? (
          <ConfirmButton
            className="button-quiet"
            label={<Trans>Abandonner ce brouillon</Trans>}
            question={<Trans>Abandonner ce brouillon ? Ni vous ni l’autre partie ne le trouverez plus. Cela ne se défait pas.</Trans>}
            confirm={<Trans>Abandonner</Trans>}
            busy={abandon.isPending}
            act={() => abandon.mutate(contract.revision)}
          />
        ) : null}
      </div>
      <Refused error={abandon.error} />
    </>
  )
}
