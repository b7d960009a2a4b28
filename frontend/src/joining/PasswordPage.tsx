import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { isStatus } from '../api/problems'
import { Failure } from '../ui/Failure'
import { useTitle } from '../ui/use-title'
import { GuestFrame } from './GuestFrame'
import { NewPasswordForm } from './NewPasswordForm'
import { linkQuery } from './queries'
import { RequestForm } from './RequestForm'
import { SpentLink } from './SpentLink'
import { useToken } from './use-token'

/** Without a link: ask for one. With it: a new password. */
export function PasswordPage() {
  const { t } = useLingui()
  const token = useToken()
  const link = useQuery(linkQuery(token))
  useTitle(t`Nouveau mot de passe`)
  if (!token) {
    return (
      <GuestFrame title={<Trans>Mot de passe perdu</Trans>}>
        <RequestForm />
      </GuestFrame>
    )
  }
  if (isStatus(link.error, 404) || (link.data && link.data.purpose !== 'password')) {
    return (
      <GuestFrame title={<Trans>Ce lien n’ouvre plus rien.</Trans>}>
        <SpentLink />
      </GuestFrame>
    )
  }
  return (
    <GuestFrame title={<Trans>Nouveau mot de passe</Trans>}>
      {link.data ? (
        <NewPasswordForm token={token} link={link.data} />
      ) : link.error ? (
        <Failure error={link.error} retry={() => void link.refetch()} />
      ) : (
        <div className="skeleton" style={{ height: 240 }} aria-busy="true" />
      )}
    </GuestFrame>
  )
}
