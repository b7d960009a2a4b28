import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { setSilenceLimit, useHealthWrite } from './queries'

const LEAST = 15
const MOST = 43_200

interface LimitFormProps {
  sourceId: string
  minutes: number | null
}

/** The longest silence that the parties allow, beside the rhythm. */
export function LimitForm({ sourceId, minutes }: LimitFormProps) {
  const { t } = useLingui()
  const [text, setText] = useState(minutes === null ? '' : String(minutes))
  const [saved, setSaved] = useState(false)
  const write = useHealthWrite(setSilenceLimit(sourceId), () => setSaved(true))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSaved(false)
    write.mutate(text === '' ? null : Number(text))
  }
  return (
    <form className="health-limit no-print" onSubmit={submit} aria-label={t`Limite de silence`}>
      <label className="field">
        <span>
          <Trans>Alerter aussi après, en minutes</Trans>
        </span>
        <input type="number" inputMode="numeric" min={LEAST} max={MOST} step={1} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button className="button-quiet" disabled={write.isPending}>
        <Trans>Enregistrer</Trans>
      </button>
      <p className="soft small" role="status">
        {write.error ? (
          <Trans>Rien n’a été enregistré. Réessayez dans un instant.</Trans>
        ) : saved ? (
          <Trans>Enregistré.</Trans>
        ) : (
          <Trans>Vide : seul le rythme habituel alerte. La limite compte à toute heure, dès maintenant.</Trans>
        )}
      </p>
    </form>
  )
}
