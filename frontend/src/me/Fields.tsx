import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { faultsOf, isStatus } from '../api/problems'

interface FieldProps {
  value: string
  onChange: (value: string) => void
  error: unknown
}

/** The password that one has, asked again before what matters. */
export function OwnPassword({ value, onChange, error }: FieldProps) {
  return (
    <label className="field">
      <span>
        <Trans>Mot de passe actuel</Trans>
      </span>
      <input
        required
        type="password"
        autoComplete="current-password"
        value={value}
        aria-invalid={faultsOf(error).includes('password')}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** A code of the authenticator; `recovery`: one of the ten others does as well. */
export function CodeField({ value, onChange, error, recovery = false }: FieldProps & { recovery?: boolean }) {
  const id = useId()
  return (
    <label className="field">
      <span>
        <Trans>Code de l’application</Trans>
      </span>
      <input
        required
        className="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={value}
        aria-invalid={faultsOf(error).includes('code')}
        aria-describedby={id}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={id} className="soft small">
        {recovery ? <Trans>Six chiffres, ou un code de secours.</Trans> : <Trans>Les six chiffres affichés en ce moment.</Trans>}
      </span>
    </label>
  )
}

/** Why it was refused. */
export function Why({ error }: { error: unknown }) {
  const wrong = faultsOf(error)
  return (
    <span className="field-error" role="alert">
      {wrong.includes('password') ? (
        <Trans>Ce n’est pas votre mot de passe actuel.</Trans>
      ) : wrong.includes('code') ? (
        <Trans>Ce code n’est pas celui du moment, ou il a déjà servi. Attendez le suivant.</Trans>
      ) : isStatus(error, 429) ? (
        <Trans>Trop d’essais. Réessayez plus tard.</Trans>
      ) : isStatus(error, 409) ? (
        <Trans>Cela a changé entre-temps : fermez, puis recommencez.</Trans>
      ) : error ? (
        <Trans>Cela n’a pas abouti. Réessayez.</Trans>
      ) : null}
    </span>
  )
}
