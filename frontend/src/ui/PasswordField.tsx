import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { SHORTEST_PASSWORD, strengthOf } from './strength'

interface PasswordFieldProps {
  value: string
  onChange: (value: string) => void
  /** Names and addresses of the owner: they are the first to be guessed. */
  about: readonly string[]
  /** The service found it too easily guessed. */
  refused: boolean
}

/** A password that is being chosen: shown on demand, pasted freely, its strength in words. */
export function PasswordField({ value, onChange, about, refused }: PasswordFieldProps) {
  const { t } = useLingui()
  const id = useId()
  const [shown, setShown] = useState(false)
  const missing = SHORTEST_PASSWORD - value.length
  const strength = strengthOf(value, about)
  const words = {
    none: t`Au moins ${SHORTEST_PASSWORD} caractères. Une phrase que vous seul diriez convient très bien.`,
    short: plural(missing, { one: 'Encore # caractère.', other: 'Encore # caractères.' }),
    weak: t`Facile à deviner : un nom, une suite ou une répétition. Ajoutez des mots sans rapport.`,
    good: t`Solide.`,
    strong: t`Très solide.`,
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>Mot de passe</Trans>
      </label>
      <input
        id={id}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        minLength={SHORTEST_PASSWORD}
        maxLength={256}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={refused}
        aria-describedby={`${id}-strength`}
      />
      <span id={`${id}-strength`} className={refused || strength === 'weak' ? 'field-error' : 'soft small'} aria-live="polite">
        {refused ? t`Ce mot de passe se devine trop facilement : il est courant, ou fait d’un nom, d’une date, d’une suite. Choisissez-en un autre.` : words[strength]}
      </span>
      <label className="choice small">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <Trans>Montrer le mot de passe</Trans>
      </label>
    </div>
  )
}
