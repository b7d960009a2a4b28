import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { sideOf } from '../contracts/queries'
import { acceptancesQuery, acceptedBy, useSteps } from '../contracts/steps'
import { Answer } from '../ui/Answer'
import { ConfirmButton } from '../ui/ConfirmButton'
import { CopyValue } from '../ui/CopyValue'
import { PartyMark } from '../ui/PartyMark'
import { AcceptanceList } from './AcceptanceList'
import { CommentField } from './CommentField'
import { textQuery } from './queries'
import { Refused } from './Refused'
import { OwnScope, Signatories } from './Signatories'
import { TermsSummary } from './TermsSummary'
import { accept, useWrite } from './write'

/** The text as it stands, its digest, and who stands by it. */
export function AcceptanceStep({ contract }: { contract: Contract }) {
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const may = side !== null && (session?.functions.some((one) => one === 'manager' || one === 'signatory') ?? false)
  const text = useQuery(textQuery(contract.id))
  const acceptances = useQuery(acceptancesQuery(contract.id))
  const steps = useSteps(contract)
  const write = useWrite(accept(contract.id))
  const [comment, setComment] = useState('')
  const ready = steps !== null && steps.horaires && steps.delais && steps.objectifs && steps.engagements
  return (
    <>
      <TermsSummary contract={contract} />
      <Answer query={text} height={90}>
        {({ digest, revision }) => (
          <Answer query={acceptances} height={120}>
            {({ items }) => {
              const accepted = acceptedBy(items)
              return (
                <div className="acceptance">
                  <p>
                    <Trans>Empreinte du texte ci-dessus (SHA-256) :</Trans> <CopyValue value={digest} />
                  </p>
                  <ul className="plain">
                    {(['donneur_ordre', 'sous_traitant'] as const).map((one) => (
                      <li key={one}>
                        <PartyMark side={one} /> — {accepted.has(one) ? <Trans>a accepté ce texte</Trans> : <Trans>n’a pas encore accepté ce texte</Trans>}
                      </li>
                    ))}
                  </ul>
                  {!ready ? (
                    <p className="notice">
                      <Trans>L’acceptation s’ouvre quand horaires, délais, un objectif et trois engagements sont inscrits.</Trans>
                    </p>
                  ) : may && side && !accepted.has(side) ? (
                    <>
                      <OwnScope contractId={contract.id} />
                      <CommentField value={comment} change={setComment} />
                      <ConfirmButton
                        className="button"
                        label={<Trans>Accepter ce texte</Trans>}
                        question={<Trans>Vous acceptez ce texte au nom de votre organisation. Il entre en vigueur dès que l’autre partie l’accepte aussi.</Trans>}
                        confirm={<Trans>Accepter</Trans>}
                        busy={write.isPending}
                        act={() => write.mutate({ revision, comment })}
                      />
                    </>
                  ) : may ? (
                    <p className="soft">
                      <Trans>En attente de l’autre partie. Toute modification rend les acceptations caduques.</Trans>
                    </p>
                  ) : (
                    <p className="soft">
                      <Trans>Un responsable ou un signataire de chaque partie accepte ce texte.</Trans>
                    </p>
                  )}
                  <Refused error={write.error} />
                  <h3>
                    <Trans>Signataires</Trans>
                  </h3>
                  <Signatories contractId={contract.id} />
                  <AcceptanceList items={items} />
                </div>
              )
            }}
          </Answer>
        )}
      </Answer>
    </>
  )
}
