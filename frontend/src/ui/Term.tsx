import './term.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useText, type Text } from './text'

/** A word of the glossary and, beside it, a button that explains it. The texts come when they are asked for. */
export function Term({ code, word }: { code: string; word: string }) {
  const { t } = useLingui()
  const text = useText()
  const id = useId()
  const [meaning, setMeaning] = useState<Text | null>(null)
  const bring = async () => {
    const { INDICATOR_MEANINGS, WORDS } = await import('../glossary/terms')
    setMeaning(WORDS.find((one) => one.code === code)?.meaning ?? INDICATOR_MEANINGS[code] ?? null)
  }
  return (
    <span className="term no-print">
      <button type="button" className="term-button" popoverTarget={id} title={t`Définition : ${word}`}>
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">{t`Définition : ${word}`}</span>
      </button>
      <span id={id} popover="auto" className="term-meaning" role="note" aria-label={word} onBeforeToggle={() => void bring()}>
        <strong>{word}</strong>
        <span aria-live="polite">{meaning ? text(meaning) : '…'}</span>
        <Link to="/aide/glossaire" hash={code}>
          <Trans>Voir le glossaire</Trans>
        </Link>
      </span>
    </span>
  )
}
