import { Trans } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { Logo } from '../ui/Logo'
import { LanguageSwitch } from './LanguageSwitch'
import { NoticeLinks } from './NoticeLinks'
import { Shell } from './Shell'
import { ThemeButton } from './ThemeButton'
import { useRouteFocus } from './use-route-focus'

/** Around the pages that everybody may read: the usual frame for who is signed in, a plain one for the others. */
export function OpenFrame() {
  return useSession() ? <Shell /> : <Plain />
}

function Plain() {
  const main = useRouteFocus()
  return (
    <div className="open-frame">
      <a className="skip" href="#main">
        <Trans>Aller au contenu</Trans>
      </a>
      <header className="open-bar">
        <Link to="/connexion" className="home">
          <Logo />
          <span className="contract-title">Copil</span>
        </Link>
        <Link to="/connexion" className="button">
          <Trans>Se connecter</Trans>
        </Link>
        <LanguageSwitch />
        <ThemeButton />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <footer>
        <NoticeLinks />
      </footer>
    </div>
  )
}
