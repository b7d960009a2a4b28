import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { ApiError, isStatus } from '../api/problems'
import { useFormat } from '../format/use-format'
import { useCountdown } from '../ui/use-countdown'

interface OrganisationSignInProps {
  /** Named by a link; else the address says which it is. */
  organisation: string | undefined
  retour: string | undefined
}

/** « Continuer avec votre organisation »: to the provider of one's company and back. */
export function OrganisationSignIn({ organisation, retour }: OrganisationSignInProps) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [wait, startWait] = useCountdown()
  const go = async (who: { email: string } | { organisation_id: string }) => {
    setBusy(true)
    setError(null)
    try {
      const { data } = await client.POST('/auth/provider/sign-ins', { body: { ...who, return_to: retour ?? null } })
      window.location.assign(data!.url)
    } catch (refused) {
      setError(refused)
      if (refused instanceof ApiError && refused.status === 429 && refused.retryAfter) startWait(refused.retryAfter)
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void go({ email: String(new FormData(event.currentTarget).get('organisation-email')) })
  }
  const left = format.duration(wait)
  const message =
    wait > 0
      ? t`Trop d’essais. Nouvel essai possible dans ${left}.`
      : isStatus(error, 404)
        ? t`Aucune organisation ne se connecte ainsi avec cette adresse. Utilisez votre mot de passe.`
        : error instanceof ApiError && error.code === 'provider_unreachable'
          ? t`Le service de connexion de votre organisation ne répond pas. Réessayez, ou utilisez votre mot de passe.`
          : error && !isStatus(error, 429)
            ? t`La connexion n’a pas abouti. Réessayez dans un instant.`
            : null
  return (
    <div className="sign-in-organisation">
      {organisation ? (
        <button type="button" className="button-quiet" disabled={busy || wait > 0} onClick={() => void go({ organisation_id: organisation })}>
          <Trans>Continuer avec votre organisation</Trans>
        </button>
      ) : asking ? (
        <form onSubmit={submit}>
          <label className="field">
            <span>
              <Trans>Adresse e-mail professionnelle</Trans>
            </span>
            <input name="organisation-email" type="email" autoComplete="username" required autoFocus aria-describedby={`${id}-message`} />
          </label>
          <button className="button-quiet" disabled={busy || wait > 0}>
            {busy ? <Trans>Vérification…</Trans> : <Trans>Continuer avec votre organisation</Trans>}
          </button>
        </form>
      ) : (
        <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
          <Trans>Continuer avec votre organisation</Trans>
        </button>
      )}
      {message ? (
        <p id={`${id}-message`} className="field-error" role="alert">
          {message}
        </p>
      ) : null}
    </div>
  )
}
