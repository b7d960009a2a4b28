import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { stringifySearch } from '../app/search'
import { Icon } from './Icon'

/**
 * « Copier le lien »: what I see, for somebody else. `frozen` replaces what is relative (the last month) by what it was.
 */
export function CopyLink({ frozen = {} }: { frozen?: Record<string, string | undefined> }) {
  const { i18n } = useLingui()
  const location = useLocation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const search = stringifySearch({ ...location.search, ...frozen, langue: i18n.locale })
    await navigator.clipboard.writeText(window.location.origin + location.pathname + search)
    setCopied(true)
    setTimeout(() => setCopied(false), 2500)
  }
  return (
    <button className="button-quiet copy-link no-print" onClick={() => void copy()}>
      <Icon name="link" />
      <span aria-live="polite">{copied ? <Trans>Lien copié</Trans> : <Trans>Copier le lien</Trans>}</span>
    </button>
  )
}
