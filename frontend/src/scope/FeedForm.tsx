import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Contract } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { Refused } from '../agreed/Refused'
import { addFeed, type Draft } from './queries'
import { ScopeFields } from './ScopeFields'

interface FeedFormProps {
  /** Where the source is read. */
  contract: Contract
  sourceId: string
  /** Of the same two parties, and not fed yet. */
  contracts: readonly Contract[]
  onDone: () => void
}

/** Another contract, and what of the source counts there. */
export function FeedForm({ contract, sourceId, contracts, onDone }: FeedFormProps) {
  const { t } = useLingui()
  const [wanted, setWanted] = useState(contracts[0]?.id ?? '')
  const [draft, setDraft] = useState<Draft>({ conditions: [], valid_from: null })
  const write = useKpiWrite(addFeed(sourceId), onDone)
  const chosen = contracts.find((one) => one.id === wanted)
  const empty = draft.conditions.some((one) => !one.values.length)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ contractId: wanted, ...draft })
  }
  return (
    <form className="connect-form scope-form" onSubmit={submit} aria-label={t`Alimenter un autre contrat`}>
      <label className="field">
        <span>
          <Trans>Contrat</Trans>
        </span>
        <select required value={wanted} onChange={(event) => setWanted(event.target.value)}>
          {contracts.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <p className="soft">
        <Trans>Les livraisons restent gardées une seule fois. Dans l’autre contrat ne comptent que les tickets de son propre périmètre :</Trans>
      </p>
      <ScopeFields contractId={contract.id} sourceId={sourceId} zone={chosen?.zone ?? contract.zone} draft={draft} onChange={setDraft} />
      {chosen && chosen.state !== 'draft' ? (
        <p className="soft">
          <Trans>« {chosen.title} » est actif : rien n’y comptera avant l’accord de l’autre partie.</Trans>
        </p>
      ) : null}
      <Refused error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending || empty || !wanted}>
          <Trans>Alimenter ce contrat</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
