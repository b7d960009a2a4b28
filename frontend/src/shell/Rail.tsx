import { useLingui } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { Icon } from '../ui/Icon'
import { destinations } from './navigation'
import { useCurrentContract } from './use-current-contract'

/** Left on wide screens, at the bottom on phones: the same list. */
export function Rail() {
  const { t, i18n } = useLingui()
  const { contract } = useCurrentContract()
  const functions = useSession()?.functions ?? []
  return (
    <nav className="rail" aria-label={t`Navigation principale`}>
      {destinations(contract?.id ?? null, functions).map(({ to, params, icon, label }) => (
        <Link key={to} {...({ to, params } as LinkProps)} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={icon} size={20} />
          {i18n._(label)}
        </Link>
      ))}
    </nav>
  )
}
