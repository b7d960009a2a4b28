import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { LanguageSwitch } from '../shell/LanguageSwitch'
import { NoticeLinks } from '../shell/NoticeLinks'
import { ThemeButton } from '../shell/ThemeButton'
import { Logo } from '../ui/Logo'
import { SignInForm } from '../ui/SignInForm'
import { useTitle } from '../ui/use-title'
import { OrganisationSignIn } from './OrganisationSignIn'
import { Refus } from './Refus'
import './sign-in.css'

/** A page of its own: nothing that was refused before signing in is remembered there. */
const enter = (path: string) => window.location.assign(path)

export function SignInPage() {
  const { t } = useLingui()
  useTitle(t`Se connecter`)
  const { retour, langue, etape, refus, organisation } = useSearch({ from: '/connexion' })
  return (
    <div className="sign-in">
      <header className="sign-in-bar">
        <LanguageSwitch />
        <ThemeButton />
      </header>
      <main className="sign-in-main">
        <section className="sign-in-words">
          <p className="sign-in-brand">
            <Logo size={44} /> Copil
          </p>
          <h1>
            <Trans>Les mêmes chiffres, des deux côtés du contrat.</Trans>
          </h1>
          <p className="soft">
            <Trans>
              Ce qui a été promis, ce qui a été fourni, ce que les clients ont vécu : le donneur d’ordre et le prestataire lisent la même
              page, et chaque chiffre s’explique jusqu’au ticket.
            </Trans>
          </p>
        </section>
        <section className="sign-in-card" aria-labelledby="sign-in-title">
          <h2 id="sign-in-title">
            <Trans>Se connecter</Trans>
          </h2>
          {retour ? (
            <p className="soft small">
              <Trans>Vous retrouverez ensuite la page demandée.</Trans>
            </p>
          ) : null}
          {refus ? <Refus reason={refus} /> : null}
          <SignInForm code={etape === 'code'} onSignedIn={() => enter(retour ?? `/contrats${langue ? `?langue=${langue}` : ''}`)} />
          <OrganisationSignIn organisation={organisation} retour={retour} />
          <p className="small">
            <Link to="/mot-de-passe">
              <Trans>Mot de passe perdu</Trans>
            </Link>
          </p>
        </section>
      </main>
      <footer>
        <NoticeLinks />
      </footer>
    </div>
  )
}
