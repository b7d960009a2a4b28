import './pages.css'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'

/** A value to take to another program: selectable, and copied by a button. */
export function CopyValue({ value, block = false }: { value: string; block?: boolean }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      // Refused by the browser: the value can still be selected by hand.
      setCopied(false)
    }
    setTimeout(() => setCopied(null), 2500)
  }
  return (
    <span className={block ? 'copy-value copy-block' : 'copy-value'}>
      {block ? (
        <pre>
          <code>{value}</code>
        </pre>
      ) : (
        <code>{value}</code>
      )}
      <button type="button" className="button-quiet no-print" onClick={() => void copy()}>
        <span aria-live="polite">
          {copied === null ? <Trans>Copier</Trans> : copied ? <Trans>Copié</Trans> : <Trans>À copier à la main</Trans>}
        </span>
      </button>
    </span>
  )
}
