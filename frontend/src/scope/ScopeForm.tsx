import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Contract, Scope } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { Refused } from '../agreed/Refused'
import { ScopeFields } from './ScopeFields'
import { setScope, type Draft } from './queries'

interface ScopeFormProps {
  contract: Contract
  sourceId: string
  /** What is in force, to begin with. */
  now: Scope | null
  onDone: () => void
}

/** Before the activation what is set holds at once; afterwards it is put before the other party. */
export function ScopeForm({ contract, sourceId, now, onDone }: ScopeFormProps) {
  const { t } = useLingui()
  const [draft, setDraft] = useState<Draft>({ conditions: now?.conditions ?? [], valid_from: now?.valid_from ?? null })
  const write = useKpiWrite(setScope(contract.id, sourceId), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate(draft)
  }
  const empty = draft.conditions.some((one) => !one.values.length)
  return (
    <form className="connect-form scope-form" onSubmit={submit} aria-label={t`Périmètre`}>
      <ScopeFields contractId={contract.id} sourceId={sourceId} zone={contract.zone} draft={draft} onChange={setDraft} />
      {contract.state === 'draft' ? null : (
        <p className="soft">
          <Trans>Le contrat est actif : ce périmètre ne vaudra qu’une fois approuvé par l’autre partie.</Trans>
        </p>
      )}
      {empty ? (
        <p className="soft" role="status">
          <Trans>Chaque condition demande au moins une valeur.</Trans>
        </p>
      ) : null}
      <Refused error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending || empty}>
          {contract.state === 'draft' ? <Trans>Enregistrer le périmètre</Trans> : <Trans>Proposer le périmètre</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
