import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import { explainGap, useHealthWrite, type Said } from './queries'

interface ExplainFormProps {
  sourceId: string
  gapId: string
  onDone: () => void
}

/** Why nothing came, or how it came after all; the other party reads it. */
export function ExplainForm({ sourceId, gapId, onDone }: ExplainFormProps) {
  const { t } = useLingui()
  const [kind, setKind] = useState<Said['kind']>('quiet')
  const [reason, setReason] = useState('')
  const write = useHealthWrite(explainGap(sourceId, gapId), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ kind, reason: reason.trim() })
  }
  return (
    <form className="connect-form" onSubmit={submit} aria-label={t`Expliquer ce silence`}>
      <fieldset className="field">
        <legend>
          <Trans>Ce silence</Trans>
        </legend>
        <label className="line">
          <input type="radio" checked={kind === 'quiet'} onChange={() => setKind('quiet')} />
          <Trans>Rien n’était à venir (fermeture, jour férié)</Trans>
        </label>
        <label className="line">
          <input type="radio" checked={kind === 'made_up'} onChange={() => setKind('made_up')} />
          <Trans>Ce qui manquait est venu autrement</Trans>
        </label>
      </fieldset>
      <label className="field">
        <span>
          <Trans>Pourquoi</Trans>
        </span>
        <textarea required rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <span className="soft small">
          <Trans>Les deux parties le lisent. Ce silence compte alors comme entendu ; cela ne se défait pas.</Trans>
        </span>
      </label>
      {write.error ? (
        <p className="field-error" role="alert">
          {isStatus(write.error, 409) ? (
            <Trans>Ce silence a été expliqué entre-temps. Relisez la page.</Trans>
          ) : (
            <Trans>Rien n’a été enregistré. Réessayez dans un instant.</Trans>
          )}
        </p>
      ) : null}
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Enregistrer l’explication</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}
