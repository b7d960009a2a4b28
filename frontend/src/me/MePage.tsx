import './me.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { Answer } from '../ui/Answer'
import { useTitle } from '../ui/use-title'
import { PasswordForm } from './PasswordForm'
import { ProfileForm } from './ProfileForm'
import { profileQuery } from './queries'
import { SecondFactor } from './SecondFactor'
import { Sessions } from './Sessions'

/** Oneself: how one is called and reads, one's password, where one is signed in. */
export function MePage() {
  const { t } = useLingui()
  const session = useSession()
  const profile = useQuery(profileQuery)
  useTitle(t`Mon compte`)
  if (!session) return null
  return (
    <>
      <h1>
        <Trans>Mon compte</Trans>
      </h1>
      <p className="soft">
        {session.person.email} · {session.organisation.name}
      </p>
      <Answer query={profile} height={320}>
        {(read) => <ProfileForm key={read.id} profile={read} />}
      </Answer>
      <p>
        <Link to="/notifications/preferences">
          <Trans>Choisir les courriels que je reçois</Trans>
        </Link>
      </p>
      <SecondFactor />
      <PasswordForm name={session.person.name} email={session.person.email} />
      <Sessions />
    </>
  )
}
