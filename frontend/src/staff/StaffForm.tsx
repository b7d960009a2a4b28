import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Contract } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import { Refused } from '../agreed/Refused'
import { ValidFrom } from '../agreed/ValidFrom'
import { Field } from '../ui/Field'
import { setStaff } from './queries'
import { pastedIds } from './pasted'

interface StaffFormProps {
  contract: Contract
  sourceId: string
  onDone: () => void
}

/** The whole list is pasted each time: what was kept of the last one cannot be read back by anybody. */
export function StaffForm({ contract, sourceId, onDone }: StaffFormProps) {
  const { t } = useLingui()
  const [pasted, setPasted] = useState('')
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const write = useKpiWrite(setStaff(contract.id, sourceId), onDone)
  const ids = pastedIds(pasted)
  const draft = contract.state === 'draft'
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (ids) write.mutate({ author_ids: ids, valid_from: validFrom })
  }
  return (
    <form className="connect-form scope-form" onSubmit={submit} aria-label={t`Personnel du donneur d’ordre`}>
      <Field
        label={t`Identifiants des agents du donneur d’ordre, un par ligne`}
        hint={
          <Trans>
            Tels que l’outil désigne l’auteur d’un message. Ils ne sont gardés que sous pseudonyme : personne, d’aucune des deux parties, ne peut les relire.
          </Trans>
        }
      >
        <textarea rows={5} spellCheck={false} autoComplete="off" aria-invalid={ids === null} value={pasted} onChange={(event) => setPasted(event.target.value)} />
      </Field>
      <p className={ids ? 'soft small' : 'field-error'} role="status">
        {ids ? (
          <Plural value={ids.length} _0="Liste vide : personne." one="# identifiant." other="# identifiants." />
        ) : (
          <Trans>2 000 identifiants au plus, de 200 caractères au plus.</Trans>
        )}
      </p>
      <ValidFrom
        legend={<Trans>Messages concernés, selon le moment où ils ont été écrits</Trans>}
        those={<Trans>Ceux écrits à partir du</Trans>}
        zone={contract.zone}
        value={validFrom}
        onChange={setValidFrom}
      />
      {draft ? null : (
        <p className="soft">
          <Trans>Le contrat est actif : cette liste ne vaudra qu’une fois approuvée par l’autre partie.</Trans>
        </p>
      )}
      <Refused error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending || ids === null}>
          {draft ? <Trans>Enregistrer la liste</Trans> : <Trans>Proposer la liste</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
