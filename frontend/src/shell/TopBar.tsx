import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { organisationNamesQuery } from '../contracts/queries'
import { Icon } from '../ui/Icon'
import { Logo } from '../ui/Logo'
import { AccountMenu } from './AccountMenu'
import { LanguageSwitch } from './LanguageSwitch'
import { ThemeButton } from './ThemeButton'
import { useCurrentContract } from './use-current-contract'

/** After everything that the first page is read by. */
const BELL_MS = 4000
const Bell = lazy(bring)

/** The bell once the page is there; while nothing can be fetched it stays away, and the page as it is. */
async function bring(): Promise<typeof import('./Bell')> {
  await new Promise((resolve) => setTimeout(resolve, BELL_MS))
  return import('./Bell').catch(bring)
}

export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useLingui()
  const { contract, contracts } = useCurrentContract()
  const names = useQuery(organisationNamesQuery).data ?? {}
  return (
    <header className="top-bar">
      <Link to="/contrats" className="home" title={contracts.length > 1 ? t`Changer de contrat` : undefined}>
        <Logo />
        <span className="where">
          <span className="contract-title">{contract?.title ?? 'Copil'}</span>
          {contract && names[contract.donneur_ordre_id] ? (
            <span className="parties">
              <i className="half client" aria-hidden="true" />
              {names[contract.donneur_ordre_id]}
              <i className="half provider" aria-hidden="true" />
              {names[contract.sous_traitant_id]}
            </span>
          ) : null}
        </span>
      </Link>
      <button className="button-quiet go-to" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span className="go-to-word">
          <Trans>Aller à…</Trans>
        </span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <LanguageSwitch />
      <ThemeButton />
      <Suspense fallback={<span className="square" />}>
        <Bell />
      </Suspense>
      <AccountMenu />
    </header>
  )
}
