import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type SubmitEvent } from 'react'
import { ApiError, Unreachable } from '../api/problems'
import { signIn } from '../api/session'
import { useFormat } from '../format/use-format'
import { CodeForm } from './CodeForm'
import { useCountdown } from './use-countdown'

interface SignInFormProps {
  email?: string | undefined
  /** Whether the first step is made already, elsewhere. */
  code?: boolean
  onSignedIn: () => void
}

/** E-mail and password, then a code of whoever has a second factor; says what was refused, and how long to wait. */
export function SignInForm({ email, code = false, onSignedIn }: SignInFormProps) {
  const [step, setStep] = useState<'password' | 'code' | 'over'>(code ? 'code' : 'password')
  return step === 'code' ? (
    <CodeForm onSignedIn={onSignedIn} onOver={() => setStep('over')} />
  ) : (
    <PasswordStep email={email} over={step === 'over'} onSignedIn={onSignedIn} onCode={() => setStep('code')} />
  )
}

interface PasswordStepProps {
  email: string | undefined
  over: boolean
  onSignedIn: () => void
  onCode: () => void
}

function PasswordStep({ email, over, onSignedIn, onCode }: PasswordStepProps) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [wait, startWait] = useCountdown()

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setError(null)
    try {
      const session = await signIn(String(form.get('email')), String(form.get('password')))
      if (session) onSignedIn()
      else onCode()
    } catch (refused) {
      setError(refused)
      if (refused instanceof ApiError && refused.retryAfter) startWait(refused.retryAfter)
      document.getElementById(`${id}-password`)?.focus()
    } finally {
      setBusy(false)
    }
  }

  const left = format.duration(wait)
  const message =
    wait > 0
      ? t`Trop d’essais. Nouvel essai possible dans ${left}.`
      : error instanceof Unreachable
        ? t`Copil ne répond pas. Vérifiez votre connexion, puis réessayez.`
        : error instanceof ApiError && error.status === 401
          ? t`Adresse ou mot de passe inconnu. Rien d’autre n’est dit, par sécurité.`
          : error instanceof ApiError && error.status === 429
            ? t`Vous pouvez réessayer.`
            : error
              ? t`La connexion n’a pas abouti. Réessayez dans un instant.`
              : over
                ? t`Le code n’est plus attendu : recommencez par le mot de passe.`
                : null
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>
          <Trans>Adresse e-mail</Trans>
        </span>
        <input name="email" type="email" autoComplete="username" required defaultValue={email} autoFocus={!email} />
      </label>
      <label className="field">
        <span>
          <Trans>Mot de passe</Trans>
        </span>
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={Boolean(email)}
          aria-invalid={error instanceof ApiError && error.status === 401}
          aria-describedby={`${id}-message`}
        />
      </label>
      <p id={`${id}-message`} className="field-error" role="alert">
        {message}
      </p>
      <button className="button" disabled={busy || wait > 0}>
        {busy ? <Trans>Vérification…</Trans> : <Trans>Se connecter</Trans>}
      </button>
    </form>
  )
}
