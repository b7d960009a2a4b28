import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Tool } from './queries'
import { SYSTEMS } from './words'
import type { useToolWrites } from './writes'

/** The secret that the tool shows; from then on what waits is verified. */
export function ToolSecretForm({ tool, secret, onDone }: { tool: Tool; secret: ReturnType<typeof useToolWrites>['secret']; onDone: () => void }) {
  const { i18n } = useLingui()
  const [typed, setTyped] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    secret.mutate(typed.trim(), { onSuccess: onDone })
  }
  return (
    <form className="connect-form no-print" onSubmit={submit}>
      <label className="field">
        <span>{i18n._(SYSTEMS.find((one) => one.system === tool.system)!.secretLabel)}</span>
        <input required maxLength={500} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {secret.isError ? (
        <p className="field-error" role="alert">
          <Trans>Ce secret n’a pas la forme de ceux de cet outil. Recopiez-le en entier.</Trans>
        </p>
      ) : null}
      <div>
        <button className="button" disabled={secret.isPending}>
          <Trans>Enregistrer le secret</Trans>
        </button>
      </div>
    </form>
  )
}
