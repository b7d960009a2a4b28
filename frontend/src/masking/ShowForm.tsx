import { Trans } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Verbatim } from '../api/types'
import { partsOf, useVerbatimWords } from '../verbatims/words'
import { correct, useMaskingWrite } from './queries'

interface ShowFormProps {
  contractId: string
  verbatim: Verbatim
  onDone: () => void
}

/** A mark that hides nobody: the donneur d'ordre decides. */
export function ShowForm({ contractId, verbatim, onDone }: ShowFormProps) {
  const words = useVerbatimWords()
  const marks = partsOf(verbatim.text ?? '').filter((part) => part.hidden)
  const [place, setPlace] = useState(0)
  const ask = useMaskingWrite(() => correct(contractId, verbatim.id, { action: 'show', place }), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate(undefined)
  }
  return (
    <form className="masking-form" onSubmit={submit}>
      <fieldset>
        <legend>
          <Trans>Le masque qui ne cache personne</Trans>
        </legend>
        {marks.map((part, index) => (
          <label key={index} className="masking-choice">
            <input type="radio" name={`mark-${verbatim.id}`} checked={place === index} onChange={() => setPlace(index)} />
            <span>
              {index + 1}. {part.hidden ? words.hidden(part.hidden) : null}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="soft">
        <Trans>Le donneur d’ordre, dont ce sont les clients, décide si les mots réapparaissent.</Trans>
      </p>
      {ask.error ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
      <button type="submit" className="button" disabled={ask.isPending}>
        <Trans>Signaler</Trans>
      </button>
    </form>
  )
}
