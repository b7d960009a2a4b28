import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { isStatus } from '../api/problems'
import { useFormat } from '../format/use-format'
import { Failure } from '../ui/Failure'
import { useTitle } from '../ui/use-title'
import { GuestFrame } from './GuestFrame'
import { JoiningForm } from './JoiningForm'
import { linkQuery } from './queries'
import { SpentLink } from './SpentLink'
import { useToken } from './use-token'

/** Where an invitation leads: a name, a password, and in. */
export function InvitationPage() {
  const { t } = useLingui()
  const format = useFormat()
  const token = useToken()
  const link = useQuery(linkQuery(token))
  useTitle(t`Rejoindre Copil`)
  const purpose = link.data?.purpose
  if (!token || isStatus(link.error, 404) || purpose === 'password') {
    return (
      <GuestFrame title={<Trans>Ce lien n’ouvre plus rien.</Trans>}>
        <SpentLink />
      </GuestFrame>
    )
  }
  if (link.error) {
    return (
      <GuestFrame title={<Trans>Rejoindre Copil</Trans>}>
        <Failure error={link.error} retry={() => void link.refetch()} />
      </GuestFrame>
    )
  }
  if (!link.data) {
    return (
      <GuestFrame title={<Trans>Rejoindre Copil</Trans>}>
        <div className="skeleton" style={{ height: 320 }} aria-busy="true" />
      </GuestFrame>
    )
  }
  const until = format.instant(link.data.expires_at, true)
  if (purpose === 'first_administrator') {
    return (
      <GuestFrame title={<Trans>Vous êtes la première personne ici.</Trans>}>
        <p className="soft">
          <Trans>
            Ce lien fait de vous l’administrateur de la plateforme : vous ajouterez les organisations et inviterez le premier administrateur de
            chacune. Il sert une seule fois, jusqu’au {until}.
          </Trans>
        </p>
        <JoiningForm token={token} link={link.data} />
      </GuestFrame>
    )
  }
  return (
    <GuestFrame title={<Trans>{link.data.organisation} vous invite.</Trans>}>
      <p className="soft">
        <Trans>
          Vous entrerez avec l’adresse {link.data.email}. Ce lien sert une seule fois, jusqu’au {until}.
        </Trans>
      </p>
      <JoiningForm token={token} link={link.data} />
    </GuestFrame>
  )
}
