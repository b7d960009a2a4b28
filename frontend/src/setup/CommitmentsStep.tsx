import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Commitment, Contract } from '../api/types'
import { beginning, commitmentsAt, commitmentsQuery, objectivesQuery, standing } from '../contracts/steps'
import { Answer } from '../ui/Answer'
import { CommitmentForm } from './CommitmentForm'
import { CommitmentTable } from './CommitmentTable'
import { PasteForm } from './PasteForm'
import { Refused } from './Refused'
import { useWrite, writeCommitment } from './write'

/** Three to seven commitments: enough to steer, few enough to look at. */
export function CommitmentsStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const { t } = useLingui()
  const versions = useQuery(commitmentsQuery(contract.id))
  const objectives = standing(useQuery(objectivesQuery(contract.id)).data?.items ?? [])
  const [open, setOpen] = useState<Commitment | 'new' | 'paste' | null>(null)
  const end = useWrite(writeCommitment(contract.id))
  const from = beginning(contract)
  const drop = (one: Commitment) => end.mutate({ ...one, ends: true, valid_from: from, override_reason: null, ...bare } as never)
  if (!objectives.length) {
    return (
      <p className="notice">
        <span>
          <Trans>Un engagement sert un objectif : inscrivez d’abord un objectif.</Trans>
        </span>
        <Link to="." search={(kept: object) => ({ ...kept, etape: 'objectifs' }) as never}>
          <Trans>Aller aux objectifs</Trans>
        </Link>
      </p>
    )
  }
  return (
    <Answer query={versions} height={240}>
      {({ items }) => {
        const held = commitmentsAt(items, from)
        return (
          <>
            <p className="soft">
              <Plural value={held.length} _0="Aucun engagement inscrit : il en faut trois à sept." one="Un engagement inscrit, sur trois à sept." other="# engagements inscrits, sur trois à sept." />
            </p>
            {held.length ? (
              <CommitmentTable
                items={held}
                mayAnswer={mayWrite}
                renderActs={
                  mayWrite
                    ? (one) => (
                        <>
                          <button type="button" className="link-button" onClick={() => setOpen(one)}>
                            <Trans>Changer</Trans>
                          </button>{' '}
                          <button type="button" className="link-button" disabled={end.isPending} onClick={() => drop(one)}>
                            <Trans>Retirer</Trans>
                          </button>
                        </>
                      )
                    : null
                }
              />
            ) : null}
            <Refused error={end.error} />
            {!mayWrite ? null : open === 'paste' ? (
              <PasteForm contract={contract} objectives={objectives} from={from} onDone={() => setOpen(null)} />
            ) : open ? (
              <CommitmentForm
                key={open === 'new' ? 'new' : open.id}
                contract={contract}
                objectives={objectives}
                before={open === 'new' ? null : open}
                present={open === 'new' ? null : (held.find((one) => one.indicator === open.indicator && one.variant === open.variant) ?? null)}
                from={from}
                label={open === 'new' ? t`Ajouter un engagement` : t`Proposer une autre valeur`}
                onDone={() => setOpen(null)}
              />
            ) : (
              <div className="acts">
                <button type="button" className="button" onClick={() => setOpen('new')}>
                  <Trans>Ajouter un engagement</Trans>
                </button>
                <button type="button" className="button-quiet" onClick={() => setOpen('paste')}>
                  <Trans>Coller depuis un tableur</Trans>
                </button>
              </div>
            )}
          </>
        )
      }}
    </Answer>
  )
}

/** What the service adds to a version and takes back from nobody. */
const bare = { id: undefined, contract_id: undefined, recorded_at: undefined, state: undefined, digest: undefined, orphan: undefined, author: undefined, written_at: undefined, comment: undefined, checks: undefined }
