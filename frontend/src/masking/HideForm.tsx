import { Trans } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import type { Verbatim } from '../api/types'
import { Field } from '../ui/Field'
import { HIDDEN_KINDS, useVerbatimWords } from '../verbatims/words'
import { pieceAt } from './pieces'
import { correct, useMaskingWrite, type HiddenKind } from './queries'

interface HideFormProps {
  contractId: string
  verbatim: Verbatim
  onDone: () => void
}

/** Words that the rules missed: typed, or selected above before. */
export function HideForm({ contractId, verbatim, onDone }: HideFormProps) {
  const words = useVerbatimWords()
  const text = verbatim.text ?? ''
  const [piece, setPiece] = useState(() => window.getSelection()?.toString().trim().slice(0, 200) ?? '')
  const [kind, setKind] = useState<HiddenKind>('person')
  const start = pieceAt(text, piece.trim())
  const hide = useMaskingWrite(() => correct(contractId, verbatim.id, { action: 'hide', start: start ?? 0, piece: piece.trim(), kind }), onDone)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (start !== null) hide.mutate(undefined)
  }
  return (
    <form className="masking-form" onSubmit={submit}>
      <Field label={<Trans>Passage à masquer, tel qu’il est écrit</Trans>} hint={<Trans>Il sera masqué tout de suite, pour les deux parties, partout où il se trouve dans ce commentaire.</Trans>}>
        <input value={piece} maxLength={200} required lang="" autoComplete="off" onChange={(event) => setPiece(event.target.value)} />
      </Field>
      <Field label={<Trans>Ce que c’est</Trans>}>
        <select value={kind} onChange={(event) => setKind(event.target.value as HiddenKind)}>
          {HIDDEN_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.hidden(one)}
            </option>
          ))}
        </select>
      </Field>
      {piece.trim() && start === null ? (
        <p className="field-error" role="alert">
          <Trans>Ces mots, entiers, ne se trouvent pas dans le commentaire.</Trans>
        </p>
      ) : null}
      {hide.error ? (
        <p className="field-error" role="alert">
          {isStatus(hide.error, 409) ? <Trans>Le texte a changé entre-temps : relisez-le.</Trans> : <Trans>Cela n’a pas abouti. Réessayez.</Trans>}
        </p>
      ) : null}
      <button type="submit" className="button" disabled={hide.isPending || start === null}>
        <Trans>Masquer</Trans>
      </button>
    </form>
  )
}
