import { Trans, useLingui } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { Icon } from '../ui/Icon'
import { type Destination, destinations } from './navigation'
import { useCurrentContract } from './use-current-contract'

/** What the bar of a phone holds, the way to the others included. */
const ON_A_PHONE = 5

/** Left on wide screens, at the bottom on phones: the same list, its end behind « Plus » where it would not fit. */
export function Rail() {
  const { t } = useLingui()
  const { contract, side } = useCurrentContract()
  const all = destinations(contract?.id ?? null, useSession()?.functions ?? [], side)
  const beyond = all.length > ON_A_PHONE ? all.slice(ON_A_PHONE - 1) : []
  return (
    <nav className="rail" aria-label={t`Navigation principale`}>
      {all.map((one) => (
        <Entry key={one.to} {...one} className={beyond.includes(one) ? 'rail-beyond' : undefined} />
      ))}
      {beyond.length ? (
        <>
          <button className="rail-more" popoverTarget="rail-more">
            <Icon name="more" size={20} />
            <Trans>Plus</Trans>
          </button>
          <div id="rail-more" popover="auto" className="rail-others">
            {beyond.map((one) => (
              <Entry key={one.to} {...one} onClick={close} />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  )
}

function Entry({ to, params, icon, label, ...rest }: Destination & { className?: string; onClick?: () => void }) {
  const { i18n } = useLingui()
  return (
    <Link {...({ to, params } as LinkProps)} {...rest} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={icon} size={20} />
      {i18n._(label)}
    </Link>
  )
}

const close = () => document.getElementById('rail-more')?.hidePopover()
