import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Contract } from '../api/types'
import { organisationNamesQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { DraftActs } from './DraftActs'
import { useKinds } from './words'

/** Who, what kind of relation, from when to when. */
export function PartiesStep({ contract, mayWrite = false }: { contract: Contract; mayWrite?: boolean }) {
  const format = useFormat()
  const kinds = useKinds()
  const names = useQuery(organisationNamesQuery).data ?? {}
  return (
    <>
      <dl className="facts">
        <div>
          <dt>
            <Trans>Intitulé</Trans>
          </dt>
          <dd>{contract.title}</dd>
        </div>
        <div>
          <dt>
            <PartyMark side="donneur_ordre" />
          </dt>
          <dd>{names[contract.donneur_ordre_id] ?? '…'}</dd>
        </div>
        <div>
          <dt>
            <PartyMark side="sous_traitant" />
          </dt>
          <dd>{names[contract.sous_traitant_id] ?? '…'}</dd>
        </div>
        <div>
          <dt>
            <Trans>Type de relation</Trans>
          </dt>
          <dd>
            {kinds.name(contract.kind)} — {kinds.meaning(contract.kind)}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Dates</Trans>
          </dt>
          <dd>
            {contract.ends_on ? (
              <Trans>
                du {format.day(contract.starts_on, 'full')} au {format.day(contract.ends_on, 'full')}
              </Trans>
            ) : (
              <Trans>à partir du {format.day(contract.starts_on, 'full')}</Trans>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Fuseau horaire</Trans>
          </dt>
          <dd>{contract.zone}</dd>
        </div>
      </dl>
      {mayWrite && contract.state === 'draft' ? <DraftActs contract={contract} /> : null}
    </>
  )
}
