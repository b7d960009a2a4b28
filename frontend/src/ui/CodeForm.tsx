import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type SubmitEvent } from 'react'
import { ApiError, isStatus } from '../api/problems'
import { signInByCode } from '../api/session'
import { useFormat } from '../format/use-format'
import { useCountdown } from './use-countdown'

interface CodeFormProps {
  onSignedIn: () => void
  /** What waited for the code is over: the password is asked for again. */
  onOver: () => void
}

/** The second step of signing in: a code of the authenticator, or a recovery code. */
export function CodeForm({ onSignedIn, onOver }: CodeFormProps) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [wait, startWait] = useCountdown()
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setError(null)
    try {
      await signInByCode(String(new FormData(form).get('code')))
      onSignedIn()
    } catch (refused) {
      setError(refused)
      if (refused instanceof ApiError && refused.retryAfter) startWait(refused.retryAfter)
      if (refused instanceof ApiError && refused.code === 'sign_in_step_over') onOver()
      document.getElementById(`${id}-code`)?.focus()
    } finally {
      setBusy(false)
    }
  }
  const left = format.duration(wait)
  const message =
    wait > 0
      ? t`Trop d’essais. Nouvel essai possible dans ${left}.`
      : isStatus(error, 401)
        ? t`Ce code n’est pas celui du moment, ou il a déjà servi. Attendez le suivant.`
        : isStatus(error, 429)
          ? t`Vous pouvez réessayer.`
          : error
            ? t`La connexion n’a pas abouti. Réessayez dans un instant.`
            : null
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>
          <Trans>Code de votre application d’authentification</Trans>
        </span>
        <input
          id={`${id}-code`}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          maxLength={60}
          aria-invalid={isStatus(error, 401)}
          aria-describedby={`${id}-help ${id}-message`}
        />
        <span id={`${id}-help`} className="soft small">
          <Trans>Six chiffres ; sans votre téléphone, un code de secours.</Trans>
        </span>
      </label>
      <p id={`${id}-message`} className="field-error" role="alert">
        {message}
      </p>
      <button className="button" disabled={busy || wait > 0}>
        {busy ? <Trans>Vérification…</Trans> : <Trans>Continuer</Trans>}
      </button>
      <button type="button" className="link-button" onClick={onOver}>
        <Trans>Revenir au mot de passe</Trans>
      </button>
    </form>
  )
}
