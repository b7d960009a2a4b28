import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { signOut, useSession } from '../api/session'
import { Icon } from '../ui/Icon'
import { NoticeLinks } from './NoticeLinks'

export function AccountMenu() {
  const { t } = useLingui()
  const session = useSession()
  const navigate = useNavigate()
  if (!session) return null
  const leave = async (everywhere: boolean) => {
    await signOut(everywhere)
    await navigate({ to: '/connexion' })
  }
  return (
    <>
      <button className="button-quiet square account" popoverTarget="account" title={session.person.name}>
        <Icon name="account" />
        <span className="visually-hidden">{t`Mon compte`}</span>
      </button>
      <div id="account" popover="auto" className="account-menu">
        <p>
          <strong>{session.person.name}</strong>
          <br />
          <span className="soft">{session.person.email}</span>
        </p>
        <p className="soft">{session.organisation.name}</p>
        <p>
          <Link to="/moi">
            <Trans>Mon compte</Trans>
          </Link>
        </p>
        <button className="link-button" onClick={() => void leave(false)}>
          <Trans>Se déconnecter</Trans>
        </button>
        <button className="link-button" onClick={() => void leave(true)}>
          <Trans>Se déconnecter de tous les appareils</Trans>
        </button>
        <NoticeLinks />
      </div>
    </>
  )
}
