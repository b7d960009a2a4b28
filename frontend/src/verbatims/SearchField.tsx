import './verbatims.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState, type SubmitEvent } from 'react'

const LONGEST = 200

/** Looks for words in what customers said; the address keeps them. */
export function SearchField({ q }: { q: string | null }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(q ?? '')
  const hint = useId()
  const navigate = useNavigate()
  const look = (words: string) =>
    void navigate({ to: '.', search: (kept: object) => ({ ...kept, q: words.trim() || undefined }) as never, replace: true, resetScroll: false })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    look(typed)
  }
  return (
    <form role="search" className="verbatim-search no-print" onSubmit={submit}>
      <label className="field">
        <span>
          <Trans>Chercher dans les mots des clients</Trans>
        </span>
        <input type="search" value={typed} maxLength={LONGEST} aria-describedby={hint} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button className="button-quiet">
        <Trans>Chercher</Trans>
      </button>
      {q ? (
        <button type="button" className="button-quiet" onClick={() => look('')}>
          <Trans>Effacer la recherche</Trans>
        </button>
      ) : null}
      <p id={hint} className="soft small">
        {t`Avec ou sans accents, au singulier ou au pluriel. "Entre guillemets" : ces mots à la suite. -mot : sans ce mot.`}
      </p>
    </form>
  )
}
