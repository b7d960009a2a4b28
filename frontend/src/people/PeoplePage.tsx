import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { People } from './People'

/** The people of one's own organisation, for its administrators. */
export function PeoplePage() {
  const { t } = useLingui()
  const session = useSession()
  useTitle(t`Personnes`)
  if (!session) return null
  if (!session.functions.some((one) => one === 'administrator' || one === 'platform_admin')) {
    return (
      <section className="empty">
        <h1>
          <Trans>Personnes</Trans>
        </h1>
        <p>
          <Trans>Les personnes de votre organisation sont tenues par ses administrateurs : adressez-vous à l’un d’eux.</Trans>
        </p>
      </section>
    )
  }
  return (
    <>
      <h1>
        <Trans>Personnes de {session.organisation.name}</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Chacun reçoit un lien personnel, choisit son mot de passe, et n’a que les fonctions que vous donnez. Qui s’en va est désactivé : ses
            actes restent à son nom.
          </Trans>
        </Understand>
        <Link to="/organisation/connexion">
          <Trans>Connexion et journal des accès</Trans>
        </Link>
      </div>
      <People organisationId={session.organisation.id} operator={session.functions.includes('platform_admin')} own />
    </>
  )
}
